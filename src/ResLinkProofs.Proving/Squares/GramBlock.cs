namespace ResLinkProofs.Proving.Squares;

/// <summary>A sum of squares of combinations of some polynomials, times a product of facts. Immutable.</summary>
/// <param name="Facts">The numbers of the facts.</param>
/// <param name="Factor">Their product.</param>
/// <param name="Basis">The polynomials.</param>
internal sealed record GramBlock(IReadOnlyList<int> Facts, SparsePolynomial Factor, IReadOnlyList<SparsePolynomial> Basis)
{
    public int Size => Basis.Count;

    /// <summary>The number of entries of its symmetric Gram matrix on and below the diagonal.</summary>
    public int Entries => Size * (Size + 1) / 2;
}

/// <summary>An equation times a combination of some monomials. Immutable.</summary>
/// <param name="Fact">The number of the equation.</param>
/// <param name="Value">What is zero.</param>
/// <param name="Basis">The monomials.</param>
internal sealed record EquationBlock(int Fact, SparsePolynomial Value, IReadOnlyList<SparsePolynomial> Basis);
