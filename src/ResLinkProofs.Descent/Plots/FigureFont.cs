using ScottPlot;
using SkiaSharp;

namespace ResLinkProofs.Descent.Plots;

/// <summary>The font of all figures, which the assembly carries: the same figure on every machine, also on one without fonts.</summary>
internal sealed class FigureFont : IFontResolver
{
    private const string Resource = "ResLinkProofs.Descent.Plots.Fonts.DejaVuSans.ttf";

    private static readonly Lazy<string> Registered = new(() =>
    {
        using Stream stream = typeof(FigureFont).Assembly.GetManifestResourceStream(Resource)!;
        Fonts.FontResolvers.Insert(0, new FigureFont(SKTypeface.FromStream(stream)));
        return FamilyName;
    });

    private readonly SKTypeface _typeface;

    private FigureFont(SKTypeface typeface) => _typeface = typeface;

    /// <summary>The family, once the plotting library knows it.</summary>
    public static string Family => Registered.Value;

    /// <summary>The family as written into figures.</summary>
    public const string FamilyName = "DejaVu Sans";

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == FamilyName ? _typeface : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == FamilyName ? _typeface : null;
}
