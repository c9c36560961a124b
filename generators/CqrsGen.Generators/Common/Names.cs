using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace CqrsGen.Generators.Common;

/// <summary>Names for generated members and files.</summary>
internal static class Names
{
    /// <summary>The most letters of a file's name: folders and endings need room too on some systems.</summary>
    public const int LongestFile = 120;

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

    /// <summary>
    /// A type's name as one readable identifier: <c>global::Shop.Import&lt;int&gt;</c> gives <c>Import_int</c>.
    /// </summary>
    public static string Simple(string typeKey)
    {
        typeKey = typeKey.Replace("global::", "");
        var identifier = new StringBuilder(typeKey.Length);
        int end = typeKey.IndexOf('<');
        int dot = typeKey.LastIndexOf('.', (end < 0 ? typeKey.Length : end) - 1);
        for (int index = dot + 1; index < typeKey.Length; index++)
        {
            char character = typeKey[index];
            if (character == '@')
            {
                continue;
            }

            if (character == '_')
            {
                identifier.Append("__"); // One underscore alone parts a name from what generated code adds to it.
            }
            else if (char.IsLetterOrDigit(character))
            {
                identifier.Append(character);
            }
            else if (character is '<' or ',' or '.'
                && identifier.Length > 0
                && identifier[identifier.Length - 1] != '_')
            {
                identifier.Append('_');
            }
        }

        string name = identifier.ToString().TrimEnd('_');
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

    /// <summary>A type as a person reads it: no namespace and nothing around it, in type arguments neither.</summary>
    public static string Short(string type)
    {
        var text = new StringBuilder(type.Length);
        int start = 0;
        foreach (char character in type)
        {
            if (character is '.' or ':')
            {
                text.Length = start;
                continue;
            }

            text.Append(character);
            start = char.IsLetterOrDigit(character) || character is '_' or '@' ? start : text.Length;
        }

        return text.ToString();
    }

    /// <summary>The text as a C# string literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>
    /// A type or member as a cref of an XML comment. A cref names definitions, so type arguments become parameters:
    /// <c>Import&lt;int&gt;</c> gives <c>Import{T}</c>.
    /// </summary>
    public static string Cref(string type)
    {
        if (type.IndexOf('<') < 0)
        {
            return type.TrimEnd('?');
        }

        var cref = new StringBuilder(type.Length);
        int depth = 0;
        int nested = 0; // In a tuple, or among the dimensions of an array, whose commas part no type arguments.
        int arity = 0;
        foreach (char character in type.TrimEnd('?'))
        {
            nested += character is '(' or '[' ? 1 : character is ')' or ']' ? -1 : 0;
            switch (character)
            {
                case '<' when depth++ == 0:
                    arity = 1;
                    break;
                case ',' when depth == 1 && nested == 0:
                    arity++;
                    break;
                case '>' when --depth == 0:
                    cref.Append('{').Append(Parameters(arity)).Append('}');
                    break;
                default:
                    if (depth == 0)
                    {
                        cref.Append(character);
                    }

                    break;
            }
        }

        return cref.ToString();
    }

    private static string Parameters(int arity) =>
        arity == 1 ? "T" : string.Join(", ", Enumerable.Range(1, arity).Select(static number => $"T{number}"));

    /// <summary>
    /// The text on one line, as JSON escapes it: C# ends comments and directives also at line ends that few know.
    /// </summary>
    public static string OnOneLine(string text) => text.Any(IsUnprintable)
        ? string.Concat(text.Select(static character => IsUnprintable(character)
            ? "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture)
            : character.ToString()))
        : text;

    /// <summary>
    /// A name that may stand in a file name on every system. A long one is cut and told apart by a number that is made
    /// of the whole.
    /// </summary>
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

        if (name.Length > LongestFile)
        {
            name.Length = LongestFile - 9;
            name.Append('-').Append(Hash(typeKey).ToString("X8", CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    private static bool IsUnprintable(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029';

    /// <summary>FNV-1a: the same in every process, unlike the framework's.</summary>
    private static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char character in text)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash;
    }
}
