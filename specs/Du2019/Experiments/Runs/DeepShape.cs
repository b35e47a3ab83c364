namespace ResLinkProofs.Specs.Du2019.Experiments.Runs;

/// <summary>The architectures of Du (2019), section 3.2.</summary>
internal enum Architecture
{
    /// <summary>x⁽ʰ⁾ = √(c_σ/m) σ(W x⁽ʰ⁻¹⁾).</summary>
    FullyConnected,

    /// <summary>x⁽ʰ⁾ = x⁽ʰ⁻¹⁾ + c_res/(H√m) σ(W x⁽ʰ⁻¹⁾) after the first layer.</summary>
    Residual,

    /// <summary>The same with W φ(x), patches of three pixels and zero padding.</summary>
    Convolutional,
}

/// <summary>A network of Du (2019), chapter 3, up to its width.</summary>
/// <param name="Architecture">The architecture.</param>
/// <param name="Activation">σ.</param>
/// <param name="Layers">H, at least 2.</param>
/// <param name="Residual">c_res; of no meaning for fully connected layers.</param>
/// <param name="Pixels">p; 1 unless it is convolutional.</param>
internal sealed record DeepShape(Architecture Architecture, SmoothActivation Activation, int Layers, double Residual, int Pixels)
{
    /// <summary>The places of a patch around its pixel.</summary>
    public int[] Places => Architecture == Architecture.Convolutional ? [-1, 0, 1] : [0];

    /// <summary>The factor of the last Gram matrix: c_σ, or (c_res/H)².</summary>
    public double LastFactor => Architecture == Architecture.FullyConnected ? Activation.Normalisation : Share * Share;

    /// <summary>c_res/H.</summary>
    public double Share => Residual / Layers;

    /// <summary>The patch trace of every block: from the Gram matrix of features, with rows and columns by input and pixel, to that of their patches.</summary>
    public double[,] Patches(double[,] gram)
    {
        int size = gram.GetLength(0);
        var patches = new double[size, size];
        for (int a = 0; a < size; a++)
        {
            for (int b = 0; b < size; b++)
            {
                foreach (int place in Places)
                {
                    int l = (a % Pixels) + place, r = (b % Pixels) + place;
                    patches[a, b] += l >= 0 && l < Pixels && r >= 0 && r < Pixels ? gram[a + place, b + place] : 0;
                }
            }
        }

        return patches;
    }
}
