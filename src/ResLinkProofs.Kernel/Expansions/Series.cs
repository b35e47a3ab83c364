namespace ResLinkProofs.Kernel.Expansions;

/// <summary>Arithmetic of truncated power series.</summary>
internal static class Series
{
    /// <summary>One coefficient of a product; of a square, if both are one series.</summary>
    public static T Convolution<T>(CoefficientArithmetic<T> arithmetic, T[] left, T[] right, int k)
    {
        T sum = arithmetic.Constant(0);
        if (!ReferenceEquals(left, right))
        {
            for (int i = 0; i <= k; i++)
            {
                sum = arithmetic.Add(sum, arithmetic.Multiply(left[i], right[k - i]));
            }

            return sum;
        }

        for (int i = 0; 2 * i < k; i++)
        {
            sum = arithmetic.Add(sum, arithmetic.Multiply(arithmetic.Constant(2), arithmetic.Multiply(left[i], left[k - i])));
        }

        return k % 2 == 0 ? arithmetic.Add(sum, arithmetic.Square(left[k / 2])) : sum;
    }

    /// <summary>The product.</summary>
    public static T[] Product<T>(CoefficientArithmetic<T> arithmetic, T[] left, T[] right)
    {
        var product = new T[left.Length];
        for (int k = 0; k < product.Length; k++)
        {
            product[k] = Convolution(arithmetic, left, right, k);
        }

        return product;
    }

    /// <summary>The quotient: quotient_k = (left_k - sum over j >= 1 of right_j quotient_(k-j)) / right_0.</summary>
    public static T[] Quotient<T>(CoefficientArithmetic<T> arithmetic, T[] left, T[] right)
    {
        var quotient = new T[left.Length];
        for (int k = 0; k < quotient.Length; k++)
        {
            T rest = left[k];
            for (int j = 1; j <= k; j++)
            {
                rest = arithmetic.Add(rest, arithmetic.Multiply(arithmetic.Constant(-1), arithmetic.Multiply(right[j], quotient[k - j])));
            }

            quotient[k] = arithmetic.Divide(rest, right[0]);
        }

        return quotient;
    }

    /// <summary>left + factor · right.</summary>
    public static T[] Sum<T>(CoefficientArithmetic<T> arithmetic, T[] left, T[] right, int factor)
    {
        var sum = new T[left.Length];
        for (int k = 0; k < sum.Length; k++)
        {
            sum[k] = arithmetic.Add(left[k], factor == 1 ? right[k] : arithmetic.Multiply(arithmetic.Constant(factor), right[k]));
        }

        return sum;
    }

    /// <summary>f(u_0 + w) = sum of f_k w^k, for the coefficients f_k of f at u_0 and the series u = u_0 + w.</summary>
    public static T[] Composition<T>(CoefficientArithmetic<T> arithmetic, T[] outer, T[] inner)
    {
        T zero = arithmetic.Constant(0);
        T[] increment = [zero, .. inner[1..]], power = increment;
        var result = new T[inner.Length];
        Array.Fill(result, zero);
        result[0] = outer[0];
        for (int k = 1; k < result.Length; k++)
        {
            for (int i = k; i < result.Length; i++)
            {
                result[i] = arithmetic.Add(result[i], arithmetic.Multiply(outer[k], power[i]));
            }

            power = k + 1 < result.Length ? Product(arithmetic, power, increment) : power;
        }

        return result;
    }
}
