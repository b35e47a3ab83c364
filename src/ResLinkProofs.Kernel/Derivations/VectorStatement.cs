using System.Numerics;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Operations;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Derivations;

/// <summary>
/// A statement about n vectors of R^d and real numbers, for every d, that speaks of the vectors through inner products only. It holds
/// for every d exactly when <see cref="InCoordinates"/> holds, a closed statement about n(n+1)/2 coordinates at most: see
/// <see cref="VectorCoordinates"/>. A proof of that proves it, and a point that refutes that is vectors of R^n which refute it. Immutable.
/// </summary>
/// <remarks>
/// Ranges are exact. The last coordinate of x_k is at least zero; a hypothesis m^2 &gt;= |x_k|^2 bounds all of them by m (by max(1, m^2)
/// where m is irrational), and stays. A hypothesis |x_k|^2 = 1 makes the last one the root of 1 less the squares of the others, whose sum
/// is at most 1: among the numbers that are not negative it is the only one. Bounds of a number are its range.
/// </remarks>
public sealed class VectorStatement
{
    /// <summary>States that hypotheses imply conclusions.</summary>
    /// <param name="vectors">The vectors, different variables of one size d x 1, in the order of their coordinates.</param>
    /// <param name="hypotheses">Comparisons over inner products of terms in these vectors and in variables of size 1 x 1.</param>
    /// <param name="conclusions">Comparisons of the same kind, at least one.</param>
    /// <exception cref="ArgumentException">A comparison speaks of something else.</exception>
    public VectorStatement(IReadOnlyList<MatrixTerm> vectors, IReadOnlyList<Atom> hypotheses, IReadOnlyList<Atom> conclusions)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        Theorem = new Theorem(hypotheses, conclusions);
        if (vectors.Count == 0 || vectors.Select(v => v.Text).Distinct().Count() < vectors.Count || vectors.Any(
            v => v is not { Operation: MatrixOperation.Variable, Columns: "1" } || v.Rows == "1" || v.Rows != vectors[0].Rows))
        {
            throw new ArgumentException("Vectors are different variables of one size d x 1, d not 1.", nameof(vectors));
        }

        var variables = new List<RealVariable>();
        var assumed = new List<Formula>();
        var coordinates = new List<(MatrixTerm, Term[])>();
        for (int k = 0; k < vectors.Count; k++)
        {
            Term square = Fact.Inner(vectors[k], vectors[k]);
            bool isUnit = hypotheses.Any(h => IsUnit(h, square));
            Rational? most = isUnit ? Rational.One : hypotheses.Select(h => Bound(h, square)).Where(b => b is not null).Min();
            string name = vectors[k].Text[..vectors[k].Text.IndexOf('[', StringComparison.Ordinal)];
            int last = k;
            Term[] own = [.. Enumerable.Range(1, k + 1).Select(l => Term.Variable($"{name}{l}"))];
            if (isUnit)
            {
                Term rest = 1 - Term.Sum(own.Take(k).Select(Term.Square));
                own[k] = Term.Sqrt(rest);
                assumed.Add(rest >= 0);
                last = k - 1;
            }

            variables.AddRange(Enumerable.Range(0, last + 1).Select(
                l => new RealVariable(own[l].Name!, l == k ? 0 : -most, most)));
            coordinates.Add((vectors[k], own));
        }

        var inner = new VectorCoordinates(coordinates);
        Atom[] all = [.. hypotheses, .. conclusions];
        string[] names = [.. all.SelectMany(a => Fact.NamesIn(a.Difference)).Distinct()];
        Dictionary<string, Term> values = names.ToDictionary(n => n, n => inner.Inner(n)
            ?? throw new ArgumentException($"'{n}' is no inner product of terms in the vectors and in numbers.", nameof(hypotheses)));
        string[] numbers = [.. values.Values.SelectMany(Fact.NamesIn).Distinct().Where(n => n[0] == '(')];
        var ranges = numbers.ToDictionary(n => n, _ => ((Rational? Lower, Rational? Upper))(null, null));
        foreach (Atom hypothesis in hypotheses.Where(h => !vectors.Any(v => IsUnit(h, Fact.Inner(v, v)))))
        {
            Atom known = (Atom)Substitution.Apply(hypothesis, values);
            assumed.Add(known);
            DerivationRules.Narrow(ranges, known.Difference, known.Relation);
        }

        // A number is written by its own name, no longer as the inner product of 1 and itself.
        Dictionary<string, Term> written = numbers.ToDictionary(n => n, n => Term.Variable(Number(n)));
        InCoordinates = new Statement(
            [.. numbers.Select(n => new RealVariable(Number(n), ranges[n].Lower, ranges[n].Upper)), .. variables],
            Substitution.Apply(Formula.All(assumed), written),
            Substitution.Apply(Substitution.Apply(Formula.All(conclusions), values), written));
    }

    /// <summary>The statement, for all sizes.</summary>
    public Theorem Theorem { get; }

    /// <summary>The closed statement about coordinates.</summary>
    public Statement InCoordinates { get; }

    private static string Number(string inner) =>
        Expression.Parse(inner).Items.Skip(1).Select(i => i.Token).First(t => t is not null)!.Split('[')[0];

    private static bool IsUnit(Atom atom, Term square) => atom is
    {
        Relation: Relation.Equal,
        Difference: { Operation: Operation.Subtract, Left.Name: { } name, Right: { Operation: Operation.Literal, IsOne: true } },
    } && name == square.Name;

    // m with |x| <= m, of a comparison m^2 >= |x|^2; null for any other.
    private static Rational? Bound(Atom atom, Term square)
    {
        if (atom is not
            {
                Relation: Relation.GreaterOrEqual or Relation.Greater,
                Difference:
                {
                    Operation: Operation.Subtract, Left: { Operation: Operation.Literal, Value: var most }, Right.Name: { } name,
                },
            }
            || name != square.Name || most.Sign < 0)
        {
            return null;
        }

        var root = new Rational(Root(most.Numerator), Root(most.Denominator));
        return root * root == most ? root : most > Rational.One ? most : Rational.One;
    }

    private static BigInteger Root(BigInteger square) => new(Math.Round(Math.Sqrt((double)square)));
}
