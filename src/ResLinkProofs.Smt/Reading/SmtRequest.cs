using ResLinkProofs.Kernel.Terms;

namespace ResLinkProofs.Smt.Reading;

/// <summary>A command that asks for output beside the answers to <c>(check-sat)</c>, in its place between them.</summary>
/// <param name="Position">Where the command starts.</param>
public abstract record SmtRequest(SmtPosition Position);

/// <summary><c>(get-model)</c>: the value of every variable.</summary>
/// <param name="Position">Where the command starts.</param>
public sealed record SmtModelRequest(SmtPosition Position) : SmtRequest(Position);

/// <summary><c>(get-value (TERM ...))</c>.</summary>
/// <param name="Position">Where the command starts.</param>
/// <param name="Terms">The terms as written, each as a term or as a formula.</param>
public sealed record SmtValueRequest(SmtPosition Position, IReadOnlyList<SmtAskedTerm> Terms) : SmtRequest(Position);

/// <summary>A term whose value is asked for: exactly one of its two forms is given.</summary>
/// <param name="Text">As written.</param>
/// <param name="Term">Its meaning when its sort is Real.</param>
/// <param name="Formula">Its meaning when its sort is Bool.</param>
public sealed record SmtAskedTerm(string Text, Term? Term, Formula? Formula);

/// <summary><c>(get-objectives)</c>: an enclosure of the optimum.</summary>
/// <param name="Position">Where the command starts.</param>
public sealed record SmtObjectivesRequest(SmtPosition Position) : SmtRequest(Position);

/// <summary><c>(get-info :KEYWORD)</c>.</summary>
/// <param name="Position">Where the command starts.</param>
/// <param name="Keyword">With its colon.</param>
public sealed record SmtInfoRequest(SmtPosition Position, string Keyword) : SmtRequest(Position);

/// <summary><c>(echo "text")</c>.</summary>
/// <param name="Position">Where the command starts.</param>
/// <param name="Text">The text, without quotes.</param>
public sealed record SmtEchoRequest(SmtPosition Position, string Text) : SmtRequest(Position);

/// <summary><c>(minimize TERM)</c> or <c>(maximize TERM)</c>.</summary>
/// <param name="Position">Where the command starts.</param>
/// <param name="Text">The term as written.</param>
/// <param name="Term">The term.</param>
/// <param name="IsMaximum">True for a maximum.</param>
public sealed record SmtObjective(SmtPosition Position, string Text, Term Term, bool IsMaximum);
