using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models;
using ResLinkProofs.Models.Formulas;
using ResLinkProofs.Models.Sets;
using static ResLinkProofs.Models.Formulas.MatrixFunctions;

namespace ResLinkProofs.Benchmarks.Models;

/// <summary>Quantities of a teacher and a student as formulas of the language of models, with neurons as the columns of A = I + W and B = I + W*.</summary>
internal sealed class TeacherStudentFormulas
{
    private readonly Dictionary<string, MatrixFormula> _quantities;

    public TeacherStudentFormulas()
    {
        Extent d = Model.Size("d");
        MatrixFormula w = Model.Matrix("W", d, d, ParameterSet.SpectralBall(1)), target = Model.Matrix("W*", d, d, ParameterSet.SpectralBall(1));
        MatrixFormula a = Identity(d) + w, b = Identity(d) + target, displacement = target - w;
        MatrixFormula lengthsOfA = ColumnNorms(a), lengthsOfB = ColumnNorms(b), ones = Ones(d, 1);
        MatrixFormula directionsOfA = Hadamard(a, ones * EntrywiseFunction.Reciprocal.Of(lengthsOfA).T);
        MatrixFormula directionsOfB = Hadamard(b, ones * EntrywiseFunction.Reciprocal.Of(lengthsOfB).T);

        // Column j of N: the sum over i of phi(b_i; a_j) - phi(a_i; a_j), with phi(u; v) = (pi - t) u + |u| sin(t) v/|v| for the angle t of u and v; phi(v; v) = pi v.
        MatrixFormula cosines = directionsOfB.T * directionsOfA, own = WithoutDiagonal(directionsOfA.T * directionsOfA);
        MatrixFormula angles = EntrywiseFunction.ArcCosine.Of(cosines), ownAngles = WithoutDiagonal(EntrywiseFunction.ArcCosine.Of(own));
        MatrixFormula sines = Sine(cosines, d), ownSines = WithoutDiagonal(Sine(own, d));
        MatrixFormula turned = Term.Pi * displacement * ones * ones.T;
        MatrixFormula field = turned + (a * ownAngles) - (b * angles)
            + Hadamard(directionsOfA, ones * ((sines.T * lengthsOfB) - (ownSines.T * lengthsOfA)).T);
        _quantities = new()
        {
            ["|W* - W|²"] = SquaredNorm(displacement),
            ["g"] = Sum(lengthsOfB) - Sum(lengthsOfA),
            ["⟨N, W* - W⟩"] = Inner(field, displacement),
        };
    }

    public Model Model { get; } = new("teacher and student");

    public MatrixFormula this[string name] => _quantities[name];

    private static MatrixFormula Sine(MatrixFormula cosines, Extent d) => Sqrt(Ones(d, d) - EntrywiseFunction.Square.Of(cosines));
}
