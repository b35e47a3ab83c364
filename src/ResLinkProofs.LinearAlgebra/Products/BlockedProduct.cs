namespace ResLinkProofs.LinearAlgebra.Products;

/// <summary>
/// The blocked product C = A B or C += A B for one tile: packs B once, then deals blocks of rows to the workers, each of which packs
/// its rows of A and runs the tiles. Every element of C is written by one worker, in one chain over k.
/// </summary>
internal static unsafe class BlockedProduct<T, TTile>
    where T : unmanaged
    where TTile : ITile<T>
{
    /// <summary>Runs the product.</summary>
    public static void Run(in ProductOperands<T> operands, ProductWorkspace workspace, int threads)
    {
        // Column chunks bound the memory that packed B takes; whole panels, at least one.
        int panelsPerChunk = Math.Max(1, workspace.Blocks.PackedElements / operands.Depth / TTile.Columns);
        int chunk = (int)Math.Min(operands.Columns, (long)panelsPerChunk * TTile.Columns);
        for (int first = 0; first < operands.Columns; first += chunk)
        {
            RunColumns(operands.SliceColumns(first, Math.Min(chunk, operands.Columns - first)), workspace, threads);
        }
    }

    private static void RunColumns(ProductOperands<T> operands, ProductWorkspace workspace, int threads)
    {
        int panels = Quotient(operands.Columns, TTile.Columns);
        int depthBlocks = Quotient(operands.Depth, workspace.Blocks.Depth);
        int depthPerBlock = Quotient(operands.Depth, depthBlocks);
        int strips = Quotient(operands.Rows, TTile.Rows);
        int rowBlocks = RowBlockCount(strips, Math.Max(1, workspace.Blocks.Rows / TTile.Rows), threads);
        long depthBytes = (long)depthPerBlock * sizeof(T);
        workspace.Reserve(
            (long)panels * TTile.Columns * operands.Depth * sizeof(T),
            (long)(Quotient(strips, rowBlocks) * TTile.Rows) * depthBytes,
            threads);

        T* packedB = workspace.PackedB<T>();
        if (threads == 1)
        {
            // Not through Workers, whose delegates would be the only allocation of a product.
            for (int panel = 0; panel < panels; panel++)
            {
                PackPanel(operands, panel, panels, depthPerBlock, packedB);
            }

            for (int block = 0; block < rowBlocks; block++)
            {
                RunBlock(operands, block, rowBlocks, strips, panels, depthPerBlock, workspace.PackedA<T>(0), packedB);
            }

            return;
        }

        RunParallel(operands, workspace, threads, strips, rowBlocks, panels, depthPerBlock);
    }

    private static void RunParallel(
        ProductOperands<T> operands, ProductWorkspace workspace, int threads, int strips, int rowBlocks, int panels, int depthPerBlock)
    {
        T* packedB = workspace.PackedB<T>();
        Workers.Run(threads, panels, (_, panel) => PackPanel(operands, panel, panels, depthPerBlock, packedB));
        Workers.Run(threads, rowBlocks, (worker, block) =>
            RunBlock(operands, block, rowBlocks, strips, panels, depthPerBlock, workspace.PackedA<T>(worker), packedB));
    }

    // Strips are dealt evenly, so that no thread waits for a last ragged block.
    private static void RunBlock(
        in ProductOperands<T> operands, int block, int rowBlocks, int strips, int panels, int depthPerBlock, T* packedA, T* packedB)
    {
        int firstStrip = (int)((long)block * strips / rowBlocks);
        int endStrip = (int)((long)(block + 1) * strips / rowBlocks);
        RunRows(operands, firstStrip, endStrip, panels, depthPerBlock, packedA, packedB);
    }

    private static void PackPanel(in ProductOperands<T> operands, int panel, int panels, int depthPerBlock, T* packedB)
    {
        int column = panel * TTile.Columns;
        int across = Math.Min(TTile.Columns, operands.Columns - column);
        for (int k = 0; k < operands.Depth; k += depthPerBlock)
        {
            int depth = Math.Min(depthPerBlock, operands.Depth - k);
            T* source = operands.B + k * operands.BRowStride + column * operands.BColumnStride;
            T* target = packedB + ((nint)k * panels + (nint)panel * depth) * TTile.Columns;
            PanelPacking.Pack(source, operands.BColumnStride, operands.BRowStride, across, TTile.Columns, depth, target);
        }
    }

    private static void RunRows(
        in ProductOperands<T> operands, int firstStrip, int endStrip, int panels, int depthPerBlock, T* packedA, T* packedB)
    {
        for (int k = 0; k < operands.Depth; k += depthPerBlock)
        {
            int depth = Math.Min(depthPerBlock, operands.Depth - k);
            for (int strip = firstStrip; strip < endStrip; strip++)
            {
                int row = strip * TTile.Rows;
                T* source = operands.A + row * operands.ARowStride + k * operands.AColumnStride;
                T* target = packedA + (nint)(strip - firstStrip) * TTile.Rows * depth;
                int across = Math.Min(TTile.Rows, operands.Rows - row);
                PanelPacking.Pack(source, operands.ARowStride, operands.AColumnStride, across, TTile.Rows, depth, target);
            }

            bool fromZero = k == 0 && !operands.Accumulate;
            nint sliceBytes = (nint)depth * TTile.Columns * sizeof(T) / (endStrip - firstStrip);
            T* blockB = packedB + (nint)k * panels * TTile.Columns;
            for (int panel = 0; panel < panels; panel++)
            {
                // The panel after this one lies behind it: each strip brings its share of it near.
                T* b = blockB + (nint)panel * depth * TTile.Columns;
                byte* nextB = (byte*)(b + (nint)depth * TTile.Columns);
                for (int strip = firstStrip; strip < endStrip; strip++)
                {
                    T* a = packedA + (nint)(strip - firstStrip) * TTile.Rows * depth;
                    byte* slice = nextB + (strip - firstStrip) * sliceBytes;
                    RunTile(operands, strip * TTile.Rows, panel * TTile.Columns, depth, a, b, fromZero, slice, sliceBytes / depth);
                }
            }
        }
    }

    private static void RunTile(
        in ProductOperands<T> operands, int row, int column, int depth, T* a, T* b, bool fromZero, byte* ahead, nint aheadStep)
    {
        int rows = Math.Min(TTile.Rows, operands.Rows - row), columns = Math.Min(TTile.Columns, operands.Columns - column);
        T* c = operands.C + row * operands.CRowStride + column;
        if (rows == TTile.Rows && columns == TTile.Columns)
        {
            PrefetchRows(c + TTile.Rows * operands.CRowStride, operands.CRowStride);
            TTile.Run(depth, a, b, c, operands.CRowStride, fromZero, ahead, aheadStep);
            return;
        }

        // At the edges the tile runs whole in a buffer; the padded lanes are discarded.
        T* edge = stackalloc T[TTile.Rows * TTile.Columns];
        new Span<T>(edge, TTile.Rows * TTile.Columns).Clear();
        for (int i = 0; i < rows && !fromZero; i++)
        {
            new ReadOnlySpan<T>(c + i * operands.CRowStride, columns).CopyTo(new Span<T>(edge + i * TTile.Columns, columns));
        }

        TTile.Run(depth, a, b, edge, TTile.Columns, fromZero, ahead, aheadStep);
        for (int i = 0; i < rows; i++)
        {
            new ReadOnlySpan<T>(edge + i * TTile.Columns, columns).CopyTo(new Span<T>(c + i * operands.CRowStride, columns));
        }
    }

    // The tile below is next: its rows of C arrive while this tile runs. A prefetch past the end of C is harmless.
    private static void PrefetchRows(T* row, nint stride)
    {
        for (int i = 0; i < TTile.Rows; i++, row += stride)
        {
            for (int at = 0; at < TTile.Columns * sizeof(T); at += CacheLine.Size)
            {
                CacheLine.Request((byte*)row + at);
            }
        }
    }

    // A multiple of the thread count where there are enough strips, so that equal blocks end together.
    private static int RowBlockCount(int strips, int stripsPerBlock, int threads)
    {
        int blocks = Quotient(strips, stripsPerBlock);
        return Math.Min(strips, Quotient(blocks, threads) * threads);
    }

    private static int Quotient(int value, int divisor) => (value + divisor - 1) / divisor;
}
