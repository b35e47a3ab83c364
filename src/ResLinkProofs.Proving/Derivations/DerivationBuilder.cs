using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Derivations;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Proving.Derivations;

/// <summary>A fact of a derivation under construction.</summary>
/// <param name="Number">The step that shows it, from 0.</param>
/// <param name="Fact">What it shows.</param>
public sealed record Known(int Number, Fact Fact)
{
    /// <summary>What is compared with zero.</summary>
    public Term Left => Fact.Left;
}

/// <summary>A product of facts, perhaps times a factor (squared, unless a fact is an equality): a candidate of a combination.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Facts">The facts; none for the factor alone.</param>
public sealed record Candidate(Term Factor, params Known[] Facts)
{
    /// <summary>A fact by itself.</summary>
    public static implicit operator Candidate(Known fact) => new(Term.One, fact);

    /// <summary>The number 1.</summary>
    public static Candidate One { get; } = new(Term.One);

    /// <summary>The product, as the kernel reads it.</summary>
    internal Term Product =>
        Facts.Aggregate(Facts.Any(f => f.Fact.Relation == Relation.Equal) ? Factor : Term.Square(Factor), (product, f) => product * f.Left);
}

/// <summary>
/// Finds derivations step by step: weights of combinations by linear algebra, certificates by branch and bound. Nothing
/// here is trusted: every step is applied by the kernel, which replays the whole derivation once more in the end.
/// </summary>
public sealed class DerivationBuilder
{
    private readonly List<DerivationStep> _steps = [];
    private readonly List<Fact> _facts = [];
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Rational Bound, Known Fact)> _norms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Known> _nonnegative = new(StringComparer.Ordinal);

    /// <summary>Begins a derivation.</summary>
    /// <param name="theorem">What is to be shown.</param>
    public DerivationBuilder(Theorem theorem) => Theorem = theorem;

    /// <summary>What is to be shown.</summary>
    public Theorem Theorem { get; }

    /// <summary>The steps so far.</summary>
    public IReadOnlyList<DerivationStep> Steps => _steps;

    /// <summary>The size of the matrices that facts with indices are about.</summary>
    public string Size { get; init; } = "d";

    /// <summary>Adds a step; what is known already is not shown again.</summary>
    /// <param name="step">The step.</param>
    /// <exception cref="ArgumentException">The kernel does not accept it.</exception>
    public Known Add(DerivationStep step)
    {
        Fact fact = DerivationChecker.Show(Theorem, _facts, step);
        if (_known.TryGetValue(fact.Text, out Known? known))
        {
            return known;
        }

        _steps.Add(step);
        _facts.Add(fact);
        return _known[fact.Text] = new Known(_facts.Count - 1, fact);
    }

    /// <summary>A hypothesis.</summary>
    /// <param name="number">Which, from 0.</param>
    public Known Given(int number) => Add(new(Rule.Given, Scope.Whole) { Premises = [number] });

    /// <summary>A comparison as a combination of candidates, whose weights are found.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="goal">What is shown.</param>
    /// <param name="candidates">What may be added up.</param>
    /// <param name="by">Positive facts by whose product the goal is multiplied.</param>
    /// <exception cref="InvalidOperationException">The candidates do not add up to the goal.</exception>
    public Known Combine(Scope scope, Formula goal, Candidate[] candidates, params Known[] by)
    {
        (Term left, Relation relation) = Parts(goal);
        Term scaled = by.Aggregate(left, (product, f) => product * f.Left);
        Rational[] weights = TermPolynomial.Weights([.. candidates.Select(c => c.Product)], scaled)
            ?? throw new InvalidOperationException($"No combination of the candidates is {TermText.Of(left)}.");
        return Add(Step(Rule.Combine, scope, left, relation) with
        {
            Premises = [.. by.Select(b => b.Number)],
            Parts = [.. candidates.Zip(weights).Where(p => p.Second.Sign != 0).Select(
                p => new DerivationPart(p.Second, p.First.Factor, [], [.. p.First.Facts.Select(f => f.Number)]))],
        });
    }

    /// <summary>A comparison by branch and bound.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="goal">What is shown.</param>
    /// <param name="premises">What it follows from.</param>
    /// <exception cref="InvalidOperationException">No certificate is found.</exception>
    public Known Decide(Scope scope, Formula goal, params Known[] premises)
    {
        (Term left, Relation relation) = Parts(goal);
        return AddProved(Step(Rule.Decide, scope, left, relation) with { Premises = [.. premises.Select(p => p.Number)] });
    }

    /// <summary>A comparison about vectors, by branch and bound in their coordinates.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="goal">What is shown.</param>
    /// <param name="vectors">The vectors.</param>
    /// <param name="premises">What it follows from.</param>
    public Known Vectors(Scope scope, Formula goal, IReadOnlyList<DerivationPart> vectors, params Known[] premises)
    {
        (Term left, Relation relation) = Parts(goal);
        return AddProved(
            Step(Rule.Vectors, scope, left, relation) with { Premises = [.. premises.Select(p => p.Number)], Parts = vectors });
    }

    /// <summary>An identity about vectors, without indices, by expansion in their coordinates.</summary>
    /// <param name="goal">What is shown.</param>
    /// <param name="vectors">The vectors.</param>
    public Known Expand(Formula goal, params MatrixTerm[] vectors)
    {
        (Term left, Relation relation) = Parts(goal);
        return Add(Step(Rule.Vectors, Scope.Whole, left, relation) with
        {
            Parts = [.. vectors.Select(v => new DerivationPart(1, Term.Zero, [v], []))],
        });
    }

    /// <summary>A square of a combination of vectors, without indices, is not negative.</summary>
    /// <param name="parts">Factors and vectors.</param>
    public Known SquareOf(params (Term Factor, MatrixTerm Vector)[] parts) =>
        Add(new(Rule.ColumnSquare, Scope.Whole) { Parts = [.. parts.Select(p => new DerivationPart(1, p.Factor, [p.Vector], []))] });

    /// <summary>A law of a function.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="number">The law.</param>
    /// <param name="terms">What it is about.</param>
    /// <param name="premises">Its premises.</param>
    public Known Law(Scope scope, int number, Term[] terms, params Known[] premises) => Add(new(Rule.FunctionLaw, scope)
    {
        Rows = Range(scope),
        Columns = Range(scope),
        Terms = terms,
        Parts = [new(number, Term.One, [], [])],
        Premises = [.. premises.Select(p => p.Number)],
    });

    /// <summary>An identity of entries, by normal form.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="parts">Weights and matrices.</param>
    public Known Identity(Scope scope, params (Rational Weight, MatrixTerm Matrix)[] parts) =>
        Add(new(Rule.Identity, scope) { Parts = [.. parts.Select(p => new DerivationPart(p.Weight, Term.One, [p.Matrix], []))] });

    /// <summary>An identity of inner products, by normal form.</summary>
    /// <param name="parts">Weights and pairs of matrices.</param>
    public Known TraceIdentity(params (Rational Weight, MatrixTerm Left, MatrixTerm Right)[] parts) =>
        Add(new(Rule.Identity, Scope.Whole)
        {
            Parts = [.. parts.Select(
            p => new DerivationPart(p.Weight, Term.One, [p.Left, p.Right], []))]
        });

    /// <summary>A sum over all pairs; the entries' comparisons follow from candidates.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="parts">Factors and pairs of matrices.</param>
    /// <param name="diagonal">Candidates for i = j; for matrices that are not square, for all pairs.</param>
    /// <param name="off">Candidates for different i, j.</param>
    public Known Sum(Relation relation, (Term Factor, MatrixTerm Left, MatrixTerm Right)[] parts, Candidate[] diagonal, Candidate[] off)
    {
        DerivationPart[] summands = [.. parts.Select(p => new DerivationPart(Rational.One, p.Factor, [p.Left, p.Right], []))];
        MatrixTerm size = parts[0].Left;
        Scope[] scopes = size.IsSquare ? [Scope.Diagonal, Scope.OffDiagonal] : [Scope.All];
        Known[] premises = [.. scopes.Select((scope, k) =>
        {
            Term left = DerivationChecker.Summand(summands, scope);
            Candidate[] candidates = k == 0 ? diagonal : off;
            Rational[] weights = TermPolynomial.Weights([.. candidates.Select(c => c.Product)], left)
                ?? throw new InvalidOperationException($"No combination of the candidates is the summand for {scope}.");
            return Add(new(Rule.Combine, scope)
            {
                Rows = size.Rows,
                Columns = size.Columns,
                Terms = [left],
                Relation = relation,
                Parts = [.. candidates.Zip(weights).Where(p => p.Second.Sign != 0).Select(
                    p => new DerivationPart(p.Second, p.First.Factor, [], [.. p.First.Facts.Select(f => f.Number)]))],
            });
        })];
        return Add(new(Rule.Sum, Scope.Whole) { Relation = relation, Parts = summands, Premises = [.. premises.Select(p => p.Number)] });
    }

    /// <summary>|u x + v y|^2 is not negative.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="x">A matrix, of whose column i (1) or j (2) it speaks, and u.</param>
    /// <param name="y">The same for v.</param>
    public Known ColumnSquare(Scope scope, (int Side, MatrixTerm Matrix, Term Factor) x, (int Side, MatrixTerm Matrix, Term Factor) y) =>
        Add(new(Rule.ColumnSquare, scope)
        {
            Rows = Range(scope),
            Columns = Range(scope),
            Parts = [new(x.Side, x.Factor, [x.Matrix], []), new(y.Side, y.Factor, [y.Matrix], [])],
        });

    /// <summary>q X_ij is at most |X|.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="sign">1 or -1.</param>
    /// <param name="matrix">X.</param>
    public Known EntryBound(Scope scope, int sign, MatrixTerm matrix) =>
        Add(new(Rule.EntryBound, scope) { Parts = [new(sign, Term.One, [matrix], [])] });

    /// <summary>A fact about i = j, at i or at j of every pair.</summary>
    /// <param name="rule">AtRow or AtColumn.</param>
    /// <param name="fact">The fact.</param>
    public Known At(Rule rule, Known fact) => Add(new(rule, Scope.All) { Rows = Size, Columns = Size, Premises = [fact.Number] });

    /// <summary>A rule about two matrices that has no premise.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="x">X.</param>
    /// <param name="y">Y.</param>
    /// <param name="scope">The indices; none by default.</param>
    public Known Pair(Rule rule, MatrixTerm x, MatrixTerm y, Scope scope = Scope.Whole) =>
        Add(new(rule, scope) { Parts = [new(0, Term.One, [x, y], [])] });

    /// <summary>That a norm is not negative.</summary>
    /// <param name="matrix">The matrix.</param>
    public Known NormIsNonnegative(MatrixTerm matrix)
    {
        string name = Fact.Norm(matrix).Name!;
        return _nonnegative.TryGetValue(name, out Known? known) ? known
            : _nonnegative[name] = Add(new(Rule.NormIsNonnegative, Scope.Whole) { Parts = [new(0, Term.One, [matrix], [])] });
    }

    /// <summary>Remembers that a norm is at most a number.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="bound">The number.</param>
    /// <param name="fact">The fact bound - |X| >= 0.</param>
    public void Remember(MatrixTerm matrix, Rational bound, Known fact) => _norms[Fact.Norm(matrix).Name!] = (bound, fact);

    /// <summary>The bound of a norm that is known.</summary>
    /// <param name="matrix">The matrix.</param>
    public (Rational Bound, Known Fact) NormOf(MatrixTerm matrix) => _norms.TryGetValue(Fact.Norm(matrix).Name!, out var known) ? known
        : throw new InvalidOperationException($"No bound of the norm of {matrix} is known.");

    /// <summary>Bounds the norm of a sum of multiples of products, of whose factors bounds are known.</summary>
    /// <param name="sum">The sum.</param>
    /// <param name="parts">Weights and factors.</param>
    public (Rational Bound, Known Fact) BoundNorm(MatrixTerm sum, params (Rational Weight, MatrixTerm[] Factors)[] parts)
    {
        Known triangle = Add(new(Rule.NormOfSum, Scope.Whole)
        {
            Parts = [new(0, Term.One, [sum], []), .. parts.Select(p => new DerivationPart(p.Weight, Term.One, p.Factors, []))],
        });
        Rational bound = parts.Aggregate(
            Rational.Zero, (total, p) => total + p.Factors.Aggregate(Rational.Abs(p.Weight), (product, f) => product * NormOf(f).Bound));
        List<Candidate> candidates = [triangle];
        foreach ((Rational _, MatrixTerm[] factors) in parts)
        {
            candidates.AddRange(
                factors.Select((f, k) => new Candidate(Term.One, [.. factors.Take(k).Select(NormIsNonnegative), NormOf(f).Fact])));
        }

        Known fact = Combine(Scope.Whole, bound >= Fact.Norm(sum), [.. candidates]);
        Remember(sum, bound, fact);
        return (bound, fact);
    }

    /// <summary>Bounds the norm of a diagonal part.</summary>
    /// <param name="matrix">X.</param>
    /// <param name="bound">The bound m.</param>
    /// <param name="above">Candidates for X_ii at most m.</param>
    /// <param name="below">Candidates for X_ii at least -m.</param>
    public void BoundDiagonal(MatrixTerm matrix, Rational bound, Candidate[] above, Candidate[] below)
    {
        Term entry = Entries.Of(matrix, Scope.Diagonal);
        Known upper = CombineLeft(Scope.Diagonal, bound - entry, Relation.GreaterOrEqual, above),
            lower = CombineLeft(Scope.Diagonal, bound + entry, Relation.GreaterOrEqual, below);
        Remember(matrix.Diagonal(), bound, Add(new(Rule.NormOfDiagonal, Scope.Whole)
        {
            Terms = [bound],
            Parts = [new(0, Term.One, [matrix], [])],
            Premises = [upper.Number, lower.Number],
        }));
    }

    /// <summary>Bounds the norm of a matrix by that of an equal one.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="equal">The other, of which a bound is known.</param>
    /// <param name="diagonal">Candidates for the equality of entries i = j.</param>
    /// <param name="off">Candidates for different i, j.</param>
    public void BoundByEqual(MatrixTerm matrix, MatrixTerm equal, Candidate[] diagonal, Candidate[] off)
    {
        Known on = CombineLeft(
            Scope.Diagonal, Entries.Of(matrix, Scope.Diagonal) - Entries.Of(equal, Scope.Diagonal), Relation.Equal, diagonal);
        Known rest = CombineLeft(
            Scope.OffDiagonal, Entries.Of(matrix, Scope.OffDiagonal) - Entries.Of(equal, Scope.OffDiagonal), Relation.Equal, off);
        Known same = Add(
            new(Rule.NormOfEqual, Scope.Whole) { Parts = [new(0, Term.One, [matrix, equal], [])], Premises = [on.Number, rest.Number] });
        (Rational bound, Known fact) = NormOf(equal);
        Remember(matrix, bound, Combine(Scope.Whole, bound >= Fact.Norm(matrix), [fact, same]));
    }

    /// <summary>The kernel's word on the whole derivation.</summary>
    /// <exception cref="InvalidOperationException">It is rejected.</exception>
    public AcceptedDerivation Conclude()
    {
        DerivationVerdict verdict = DerivationChecker.Check(Theorem, _steps);
        return verdict.Accepted ?? throw new InvalidOperationException(verdict.Rejection);
    }

    /// <summary>A combination whose left side is given as it has to be written.</summary>
    /// <param name="scope">The indices.</param>
    /// <param name="left">What is compared with zero.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="candidates">What may be added up.</param>
    public Known CombineLeft(Scope scope, Term left, Relation relation, params Candidate[] candidates)
    {
        Rational[] weights = TermPolynomial.Weights([.. candidates.Select(c => c.Product)], left) ?? throw new InvalidOperationException(
            $"No combination of the candidates is {TermText.Of(left)}.");
        return Add(Step(Rule.Combine, scope, left, relation) with
        {
            Parts = [.. candidates.Zip(weights).Where(p => p.Second.Sign != 0).Select(
                p => new DerivationPart(p.Second, p.First.Factor, [], [.. p.First.Facts.Select(f => f.Number)]))],
        });
    }

    private Known AddProved(DerivationStep step)
    {
        Statement question = DerivationChecker.Question(Theorem, _facts, step);
        return Prover.Prove(question) is Proved { Proof: { } proof } ? Add(step with { Proof = [.. proof.Certificate.Steps] })
            : throw new InvalidOperationException($"Not proved: {question}");
    }

    private DerivationStep Step(Rule rule, Scope scope, Term left, Relation relation) =>
        new(rule, scope) { Rows = Range(scope), Columns = Range(scope), Terms = [left], Relation = relation };

    private string Range(Scope scope) => scope == Scope.Whole ? "" : Size;

    private static (Term Left, Relation Relation) Parts(Formula goal) => goal is Atom atom ? (atom.Difference, atom.Relation)
        : throw new ArgumentException("A goal is one comparison.", nameof(goal));
}
