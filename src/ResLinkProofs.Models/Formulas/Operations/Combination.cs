using System.Text;
using ResLinkProofs.Kernel.Numbers;
using ResLinkProofs.Kernel.Terms;
using ResLinkProofs.Models.Values;

namespace ResLinkProofs.Models.Formulas.Operations;

/// <summary>A sum of matrices with rational weights.</summary>
internal sealed class Combination : MatrixFormula
{
    private readonly Rational[] _weights;
    private readonly double[] _factors;

    private Combination(Rational[] weights, MatrixFormula[] operands)
        : base(operands[0].Rows, operands[0].Columns, operands)
    {
        _weights = weights;
        _factors = [.. weights.Select(w => w.ToDouble())];
    }

    internal override bool IsSymmetric => IsScalar || Operands.All(o => o.IsSymmetric) || IsSymmetrised;

    internal override object Detail => string.Join(' ', _weights);

    internal override int Precedence => _weights.Length > 1 || _weights[0].Sign < 0 ? 1 : 2;

    // A + A^T
    private bool IsSymmetrised => Operands.Count == 2 && _weights[0] == _weights[1]
        && (IsTransposeOf(Operands[0], Operands[1]) || IsTransposeOf(Operands[1], Operands[0]));

    public static MatrixFormula Of(params (Rational Weight, MatrixFormula Operand)[] parts)
    {
        var weights = new List<Rational>();
        var operands = new List<MatrixFormula>();
        foreach ((Rational weight, MatrixFormula operand) in parts)
        {
            ArgumentNullException.ThrowIfNull(operand);
            RequireSame(parts[0].Operand, operand, "Sum");
            (Rational w, MatrixFormula inner) = operand is Combination { _weights: [var factor] } single
                ? (weight * factor, single.Operands[0])
                : (weight, operand);
            (w, inner) = inner.IsScalar && inner.Number is { } number ? (w * number, One) : (w, inner);
            int known = operands.FindIndex(o => ReferenceEquals(o, inner));
            if (known >= 0)
            {
                weights[known] += w;
            }
            else if (inner is not Filled { Number: { Sign: 0 } })
            {
                weights.Add(w);
                operands.Add(inner);
            }
        }

        for (int k = weights.Count - 1; k >= 0; k--)
        {
            if (weights[k].Sign == 0)
            {
                weights.RemoveAt(k);
                operands.RemoveAt(k);
            }
        }

        return operands.Count == 0 ? Filled.Of(parts[0].Operand.Rows, parts[0].Operand.Columns, 0)
            : operands is [Filled { Number: { } value } filled] ? Filled.Of(filled.Rows, filled.Columns, weights[0] * value)
            : operands.Count == 1 && weights[0] == Rational.One ? operands[0]
            : new Combination([.. weights], [.. operands]);
    }

    private static readonly MatrixFormula One = Filled.Of(1, 1, 1);

    internal override void Evaluate(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        double[] sum = result.Values;
        for (int k = 0; k < operands.Length; k++)
        {
            if (k == 0)
            {
                EntryLoops.Scale(_factors[0], operands[0].Values, sum);
            }
            else
            {
                EntryLoops.AddScaled(_factors[k], operands[k].Values, sum);
            }
        }
    }

    internal override void EstimateErrors(NodeValue[] operands, NodeValue result, EvaluationWorkspace workspace)
    {
        Array.Clear(result.Errors);
        for (int k = 0; k < operands.Length; k++)
        {
            double factor = Math.Abs(_factors[k]);
            bool isExact = operands.Length == 1 && factor == 1;
            for (int i = 0; i < result.Errors.Length; i++)
            {
                result.Errors[i] += factor * (operands[k].Errors[i] + (isExact ? 0 : Math.Abs(operands[k].Values[i])));
            }
        }
    }

    internal override Term[,] Expand(Term[][,] operands, int rows, int columns) => TermMatrix.Of(rows, columns, (i, j) =>
    {
        Term sum = Term.Zero;
        for (int k = 0; k < operands.Length; k++)
        {
            Term entry = operands[k][i, j];
            sum = _weights[k] == -Rational.One ? sum - entry : sum + (_weights[k] * entry);
        }

        return sum;
    });

    internal override MatrixFormula PullBack(int operand, MatrixFormula adjoint) => Of((_weights[operand], adjoint));

    private protected override string Text(MatrixFormula[] operands)
    {
        var text = new StringBuilder();
        for (int k = 0; k < operands.Length; k++)
        {
            Rational size = Rational.Max(_weights[k], -_weights[k]);
            text.Append(k > 0 ? _weights[k].Sign < 0 ? " - " : " + " : _weights[k].Sign < 0 ? "-" : "");
            bool isNumber = operands[k].IsScalar && operands[k].Number == Rational.One;
            text.Append(isNumber ? $"{size}" : (size == Rational.One ? "" : $"{size}·") + Wrap(operands[k], 2));
        }

        return text.ToString();
    }

    private static bool IsTransposeOf(MatrixFormula one, MatrixFormula other) =>
        one is Transposed { Operands: [var inner] } && ReferenceEquals(inner, other)
        || (one is Product first && other is Product second && first.IsTransposeOf(second));
}
