namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>
/// Copies a strip of an operand into the order in which a tile reads it: for each step of k, the strip's elements side by side.
/// </summary>
internal static unsafe class PanelPacking
{
    // Steps of k handled together when both sides are strided.
    private const int StepsPerBlock = 8;

    // Rows of the source this far ahead are asked for early: they lie on other pages, which no hardware prefetcher follows.
    private const int RowsAhead = 8;

    /// <summary>
    /// Packs target[k * width + i] = source[i * acrossStride + k * depthStride]; lanes past <paramref name="across"/> are zero.
    /// </summary>
    public static void Pack<T>(T* source, nint acrossStride, nint depthStride, int across, int width, int depth, T* target)
        where T : unmanaged
    {
        if (across < width)
        {
            new Span<T>(target, width * depth).Clear();
        }

        if (acrossStride == 1)
        {
            PackContiguousRows(source, depthStride, across, width, depth, target);
        }
        else if (across == 8 && width == 8)
        {
            PackEightStreams(source, acrossStride, depthStride, depth, target);
        }
        else
        {
            PackStrided(source, acrossStride, depthStride, across, width, depth, target);
        }
    }

    private static void PackContiguousRows<T>(T* source, nint depthStride, int across, int width, int depth, T* target)
        where T : unmanaged
    {
        for (int k = 0; k < depth; k++)
        {
            byte* ahead = (byte*)(source + RowsAhead * depthStride);
            for (int at = 0; at < across * sizeof(T); at += CacheLine.Size)
            {
                CacheLine.Request(ahead + at);
            }

            new ReadOnlySpan<T>(source, across).CopyTo(new Span<T>(target, across));
            source += depthStride;
            target += width;
        }
    }

    // Eight sequential read streams, one sequential write stream: no cache line is visited twice.
    private static void PackEightStreams<T>(T* source, nint acrossStride, nint depthStride, int depth, T* target)
        where T : unmanaged
    {
        T* s0 = source, s1 = s0 + acrossStride, s2 = s1 + acrossStride, s3 = s2 + acrossStride;
        T* s4 = s3 + acrossStride, s5 = s4 + acrossStride, s6 = s5 + acrossStride, s7 = s6 + acrossStride;
        nint at = 0;
        for (int k = 0; k < depth; k++)
        {
            target[0] = s0[at];
            target[1] = s1[at];
            target[2] = s2[at];
            target[3] = s3[at];
            target[4] = s4[at];
            target[5] = s5[at];
            target[6] = s6[at];
            target[7] = s7[at];
            at += depthStride;
            target += 8;
        }
    }

    // Blocks of 8 steps keep both the read and the write lines in the first cache.
    private static void PackStrided<T>(T* source, nint acrossStride, nint depthStride, int across, int width, int depth, T* target)
        where T : unmanaged
    {
        for (int k0 = 0; k0 < depth; k0 += StepsPerBlock)
        {
            int steps = Math.Min(StepsPerBlock, depth - k0);
            for (int i = 0; i < across; i++)
            {
                T* from = source + i * acrossStride + k0 * depthStride;
                T* to = target + (nint)k0 * width + i;
                for (int k = 0; k < steps; k++)
                {
                    to[(nint)k * width] = from[k * depthStride];
                }
            }
        }
    }
}
