using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using ResLinkProofs.Kernel.Certificates;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Reasoning;
using ResLinkProofs.Kernel.Statements;
using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Kernel.Tests.Statements;

/// <summary>
/// What the kernel was given cannot be changed afterwards, neither through the caller's lists nor through those that it hands out.
/// </summary>
public sealed class ImmutabilityTests
{
    private static readonly Term X = Term.Variable("x"), Y = Term.Variable("y"), Z = Term.Variable("z"), Last = Term.Variable("last");

    [Fact]
    public void A_statement_keeps_its_own_lists()
    {
        RealVariable[] variables = [new("x", 0, 1), new("y", 0, 1)];
        List<SpectralBound> bounds = [new("M", [["x", "y"]], 1)];
        var statement = new Statement(variables, X > 0, X < 2, bounds);
        variables[0] = new("x", 0, 5);
        bounds.Clear();
        Assert.Equal(Rational.One, statement.Variables[0].Upper);
        Assert.Single(statement.MatrixBounds);
        CannotBeChanged(statement.Variables, statement.VariableNames, statement.MatrixBounds);
    }

    [Fact]
    public void A_formula_keeps_its_own_operands()
    {
        Formula[] operands = [X > 0, X > 1];
        var all = (Conjunction)Formula.All(operands);
        var any = (Disjunction)Formula.Any(operands);
        operands[0] = Formula.False;
        Assert.Equal("x > 0 ∧ x > 1", all.ToString());
        Assert.Equal("x > 0 ∨ x > 1", any.ToString());
        CannotBeChanged(all.Operands, any.Operands, ((Junction)!all).Operands);
    }

    [Fact]
    public void A_bound_of_a_matrix_keeps_its_own_rows()
    {
        string[][] rows = [["x", "y"], ["y", "x"]];
        var bound = new SpectralBound("M", rows, 1);
        rows[0][0] = "y";
        rows[1] = ["y", "y"];
        Assert.Equal(["x", "y", "y", "x"], bound.Rows.SelectMany(r => r));
        CannotBeChanged([bound.Rows, .. bound.Rows]);
    }

    [Fact]
    public void A_recurrence_keeps_its_own_lists()
    {
        RealVariable[] variables = [new("x", 0, 1)];
        RecurrenceComponent[] components = [new("z", "last", X, Z + X)];
        SpectralBound[] bounds = [new("M", [["x"]], 1)];
        var statement = new RecurrenceStatement(variables, Formula.True, components, 1, 3, Z >= Last, bounds);
        variables[0] = new("x", -5, 1);
        components[0] = new("z", "last", X, Z - X);
        bounds[0] = new("M", [["x"]], 7);
        Assert.Equal(Rational.Zero, statement.Variables[0].Lower);
        Assert.Equal("z + x", statement.Components[0].Next.ToString());
        Assert.Equal(Rational.One, statement.MatrixBounds[0].Bound);
        CannotBeChanged(
            statement.Variables, statement.VariableNames, statement.Components, statement.MatrixBounds, statement.StateNames,
                statement.ConclusionNames);
    }

    [Fact]
    public void Refutations_keep_their_own_points_and_names()
    {
        Rational[] point = [1];
        string[] names = ["x"];
        ConfirmedWitness witness = ConfirmedWitness.TryConfirm(new Statement([new("x", 0, 1)], Formula.True, X < 1), point)!;
        ConfirmedRun run = ConfirmedRun.TryConfirm(
            new RecurrenceStatement([new("x", 0, 1)], Formula.True, [new("z", "last", X, Z + X)], 1, 3, Z < 2), point, 2)!;
        GradientMismatch mismatch = GradientMismatch.TryConfirm(names, X * X, 5 * X, point, 0, 1)!;
        point[0] = 0;
        names[0] = "y";
        Assert.All<Refutation>([witness, run, mismatch], r => Assert.Equal("x = 1", r.ToString()));
        Assert.All<Refutation>([witness, run, mismatch], r => CannotBeChanged(r.Names, r.Point));
        Assert.Equal(("x·x", "5·x", "x"),
            (mismatch.Function.ToString().Replace("x^2", "x·x", StringComparison.Ordinal), mismatch.Derivative.ToString(), mismatch.Along));
    }

    [Fact]
    public void A_list_that_changes_while_it_is_read_confirms_nothing_false()
    {
        // 0 when the range is checked, 7 afterwards.
        var statement = new Statement([new("x", 0, 1)], Formula.True, X < 7);
        for (int honest = 0; honest < 8; honest++)
        {
            Assert.Null(ConfirmedWitness.TryConfirm(statement, new Fickle(honest)));
            var recurrence = new RecurrenceStatement([new("x", 0, 1)], Formula.True, [new("z", "last", X, Z)], 1, 3, Z < 7);
            Assert.Null(ConfirmedRun.TryConfirm(recurrence, new Fickle(honest), 1));
        }
    }

    [Fact]
    public void Problems_and_certificates_keep_their_own_lists()
    {
        var statement = new Statement([new("x", 0, 1), new("y", 0, 1)], X > Y, (X * X > Y) & (Y < 1));
        EmptinessProblem problem = EmptinessProblem.Of(statement);
        double[] point = [0, 1];
        List<ProofStep> steps = [new(ProofStepKind.Curvature, 0, 1, point), new(ProofStepKind.Values)];
        var certificate = new Certificate(problem, steps);
        string before = certificate.ToString();
        point[0] = 0.5;
        steps.Clear();
        Assert.Equal(before, certificate.ToString());
        CannotBeChanged(problem.Variables, problem.Nodes, problem.Tape.Variables, certificate.Steps, certificate.Steps[0].Point!);
        Assert.All(problem.Nodes, node => CannotBeChanged(node.Operands));
        Certificate read = Certificate.Parse(before);
        CannotBeChanged(read.Problem.Variables, read.Problem.Nodes, read.Problem.Tape.Variables, read.Steps);
        int[] operands = [0, 0];
        var node = new FormulaNode(FormulaNodeKind.And, -1, default, operands);
        operands[0] = 7;
        Assert.Equal([0, 0], node.Operands);
    }

    [Fact]
    public void An_accepted_certificate_is_about_the_steps_that_were_replayed()
    {
        var statement = new Statement([new("x", 0, 1)], Formula.True, X < 2);
        List<ProofStep> steps = [new(ProofStepKind.Values)];
        AcceptedCertificate accepted = CertificateChecker.Check(statement, steps).Accepted!;
        steps[0] = new(ProofStepKind.MeanValues);
        Assert.Equal(ProofStepKind.Values, accepted.Certificate.Steps.Single().Kind);
        Assert.Same(statement, accepted.Statement);
    }

    [Fact]
    public void Only_the_kernel_makes_what_carries_trust()
    {
        Assert.Empty(typeof(Refutation).Assembly.GetCustomAttributes(typeof(InternalsVisibleToAttribute), inherit: false));
        foreach (Type type in (Type[])[typeof(AcceptedCertificate), typeof(ConfirmedWitness), typeof(ConfirmedRun), typeof(GradientMismatch)])
        {
            Assert.True(type.IsSealed, type.Name);
            Assert.All(
                type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
                constructor => Assert.True(constructor.IsPrivate, type.Name));
            Assert.All(type.GetProperties(), property => Assert.Null(property.SetMethod));
        }

        Assert.All(
            typeof(Refutation).GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic),
            constructor => Assert.True(constructor.IsFamilyAndAssembly));
    }

    [Fact]
    public void Lists_that_can_be_changed_are_told_from_others()
    {
        CannotBeChanged([ImmutableArray.Create(1, 2), new ReadOnlyCollection<int>(new List<int> { 1, 2 })]);
        Assert.ThrowsAny<Exception>(() => CannotBeChanged([new List<int> { 1, 2 }]));
        Assert.ThrowsAny<Exception>(() => CannotBeChanged([new List<int>()]));
        Assert.ThrowsAny<Exception>(() => CannotBeChanged([new List<int> { 1, 2 }.ToArray()]));
    }

    private static void CannotBeChanged(params IEnumerable<object> lists) => Assert.All(lists, list =>
    {
        Assert.False(list is Array, list.GetType().Name);
        Type interfaces = list.GetType().GetInterfaces().Single(i => i.IsGenericType
            && i.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));
        // An empty list has nothing to change, and a list of value types cannot be seen as one of another type.
        if (list is System.Collections.IList { Count: > 0 } changeable)
        {
            object? first = changeable[0];
            Assert.ThrowsAny<Exception>(() => changeable[0] = first);
            Assert.ThrowsAny<Exception>(changeable.Clear);
            Assert.ThrowsAny<Exception>(() => changeable.RemoveAt(0));
        }

        Assert.NotEqual(typeof(List<>).MakeGenericType(interfaces.GetGenericArguments()), list.GetType());
    });

    private sealed class Fickle(int honest) : IReadOnlyList<Rational>
    {
        private int _reads;

        public int Count => 1;

        public Rational this[int index] => _reads++ < honest ? 0 : 7;

        public IEnumerator<Rational> GetEnumerator()
        {
            yield return this[0];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
