using CqrsGen.Generators.Common;

namespace CqrsGen.Generators.Validation;

/// <summary>What generated code must check, and may normalise, before a message reaches its handler.</summary>
/// <param name="Message">The message's class in the generated code: <see cref="ValidatedType.ClassName"/>.</param>
/// <param name="Types">The message, where it has something to check, and the types of objects inside it.</param>
/// <param name="Omissions">What cannot be generated. Nothing of it may be dropped silently.</param>
/// <param name="Notices">What code that names the types, members and attributes must be prepared for.</param>
/// <remarks>Compared by value, so that an edit that changes no rule emits nothing again.</remarks>
internal sealed record ValidationModel(
    string Message, EquatableArray<ValidatedType> Types, EquatableArray<Omission> Omissions, Notices Notices)
{
    /// <summary>Whether the class of the message has a <c>Validate</c> method.</summary>
    public bool Validates => Find(Message) is { HasRules: true };

    /// <summary>Whether the class of the message has a <c>Normalize</c> method.</summary>
    public bool Normalizes => Find(Message) is { HasNormalization: true };

    private ValidatedType? Find(string className)
    {
        foreach (var type in Types)
        {
            if (type.ClassName == className)
            {
                return type;
            }
        }

        return null;
    }
}
