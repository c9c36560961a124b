using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Common;

/// <summary>Names for generated members and files.</summary>
internal static class Names
{
    /// <summary>An identifier that is unique to the text: no two texts give the same one.</summary>
    public static string Identifier(string text)
    {
        var identifier = new StringBuilder(text.Length + 8);
        foreach (char character in text)
        {
            _ = character switch
            {
                '.' => identifier.Append('_'),
                '_' => identifier.Append("__"),
                _ when char.IsLetterOrDigit(character) => identifier.Append(character),
                _ => identifier.Append("_x").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return identifier.Length == 0 || char.IsDigit(identifier[0]) ? "_" + identifier : identifier.ToString();
    }

    /// <summary>A type's name as one readable identifier: <c>global::Shop.Import&lt;int&gt;</c> gives <c>Import_int</c>.</summary>
    public static string Simple(string typeKey)
    {
        var identifier = new StringBuilder(typeKey.Length);
        int start = 0;
        int end = typeKey.IndexOf('<');
        int dot = typeKey.LastIndexOfAny(['.', ':'], (end < 0 ? typeKey.Length : end) - 1);
        start = dot + 1;
        for (int index = start; index < typeKey.Length; index++)
        {
            char character = typeKey[index];
            if (character == '@')
            {
                continue;
            }

            if (char.IsLetterOrDigit(character) || character == '_')
            {
                identifier.Append(character);
            }
            else if (character is '<' or ',' or '.' && identifier.Length > 0 && identifier[identifier.Length - 1] != '_')
            {
                identifier.Append('_');
            }
        }

        string name = identifier.ToString().Replace("global", "").TrimEnd('_');
        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name;
    }

    /// <summary>The name with a small first letter, escaped where it is a keyword.</summary>
    public static string Camel(string name) => Escape(char.ToLowerInvariant(name[0]) + name.Substring(1));

    /// <summary>The name as a private field.</summary>
    public static string Field(string name) => "_" + char.ToLowerInvariant(name[0]) + name.Substring(1);

    /// <summary>The identifier, with <c>@</c> in front where it is a keyword.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) != SyntaxKind.None
        || SyntaxFacts.GetContextualKeywordKind(identifier) != SyntaxKind.None
            ? "@" + identifier
            : identifier;

    /// <summary>The text as a C# string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A type as a cref of an XML comment.</summary>
    public static string Cref(string type) => type.TrimEnd('?').Replace('<', '{').Replace('>', '}').Replace("@", "");

    /// <summary>A name that may stand in a file name on every system.</summary>
    public static string File(string typeKey)
    {
        var name = new StringBuilder(typeKey.Length);
        foreach (char character in typeKey.Replace("global::", "").Replace("@", ""))
        {
            _ = character switch
            {
                '<' => name.Append('{'),
                '>' => name.Append('}'),
                '.' or '_' or ',' => name.Append(character),
                _ when char.IsLetterOrDigit(character) => name.Append(character),
                ' ' => name,
                _ => name.Append('-'),
            };
        }

        return name.ToString();
    }
}
