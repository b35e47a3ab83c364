using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Networks;
using ResLinkProofs.Networks.Symbolic;

namespace ResLinkProofs.Specs.LiYuan2017.Observables;

/// <summary>The same parts as <see cref="InnerProductParts"/>, as terms.</summary>
internal sealed class SymbolicInnerProductParts(SymbolicTeacherStudent model)
{
    private IEnumerable<int> Columns => Enumerable.Range(0, model.Dimension);

    public Term Diagonal => Term.Sum(Columns.Select(j =>
    {
        SymbolicAngle angle = SymbolicAngle.FromChord(model.Teacher[j], model.Student[j]);
        return (model.Teacher[j].Norm * angle.Sine * Along(j)) - (
            angle.Radians * SymbolicVector.Dot(model.Teacher[j].Entries, Displacement(j)));
    }));

    public Term First => OffDiagonal(c => c);

    public Term ArcSine => OffDiagonal(c => Term.Asin(c) - c);

    public Term Sine => Term.Sum(Pairs().Select(p =>
        ((model.Teacher[p.I].Norm * Bend(TeacherCosine(p.I, p.J))) - (model.Student[p.I].Norm * Bend(StudentCosine(p.I, p.J))))
            * Along(p.J)));

    public Term Gap => model.Potential * Term.Sum(Columns.Select(Along));

    public Term OwnGap => -Term.Sum(Columns.Select(j => model.NormGap(j) * Along(j)));

    public Term Turned => Term.Sum(Pairs().Select(p => TeacherCosine(p.I, p.J) * SymbolicVector.Dot(Displacement(p.I), Displacement(p.J))));

    public Term LargestCosineSum => Columns
        .SelectMany(j => new[]
        {
            Squares(j, i => TeacherCosine(i, j)), Squares(j, i => TeacherCosine(j, i)), Squares(j, i => StudentCosine(i, j)),
        })
        .Aggregate(Term.Max);

    private Term Along(int j) => SymbolicVector.Dot(model.Student[j].Direction, Displacement(j));

    private Term[] Displacement(int j) => [.. Columns.Select(row => model.WStar[row, j] - model.W[row, j])];

    private Term Squares(int j, Func<int, Term> cosine) => Term.Sum(Columns.Where(i => i != j).Select(i => Term.Square(cosine(i))));

    private Term OffDiagonal(Func<Term, Term> weight) => Term.Sum(Pairs().Select(p =>
        (weight(TeacherCosine(p.I, p.J)) * SymbolicVector.Dot(model.Teacher[p.I].Entries, Displacement(p.J)))
        - (weight(StudentCosine(p.I, p.J)) * SymbolicVector.Dot(model.Student[p.I].Entries, Displacement(p.J)))));

    private IEnumerable<(int I, int J)> Pairs() => from j in Columns from i in Columns where i != j select (i, j);

    private Term TeacherCosine(int i, int j) => Cosine(model.Teacher[i], model.Student[j]);

    private Term StudentCosine(int i, int j) => Cosine(model.Student[i], model.Student[j]);

    private static Term Cosine(SymbolicVector u, SymbolicVector v) =>
        Term.Max(-1, Term.Min(1, SymbolicVector.Dot(u.Direction, v.Direction)));

    private static Term Bend(Term cosine) => -(Term.Square(cosine) / (1 + Term.Sqrt(Term.Max(0, 1 - Term.Square(cosine)))));
}
