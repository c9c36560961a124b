namespace CqrsGen;

/// <summary>What is wrong with one member of a message. Immutable.</summary>
/// <param name="Member">
/// The path of the member, such as <c>Lines[2].Sku</c>; empty when it is about the whole message.
/// </param>
/// <param name="Code">A stable code for programs; those of the attributes are in <see cref="ValidationCodes"/>.</param>
/// <param name="Message">What is wrong, for people. It may reach clients.</param>
public sealed record ValidationFailure(string Member, string Code, string Message)
{
    /// <summary>Path and message.</summary>
    public override string ToString() => Member.Length == 0 ? Message : $"{Member}: {Message}";
}
