namespace ResLinkProofs.Claims;

/// <summary>
/// A file of <c>specs/</c>: the claims about one statement. A public class with a parameterless constructor is all it takes to
/// be found; there is no list to edit.
/// </summary>
public interface ISpec
{
    /// <summary>The claims, normally one per reading.</summary>
    IEnumerable<Claim> Claims();
}
