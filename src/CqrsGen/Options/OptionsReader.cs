using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace CqrsGen;

/// <summary>
/// Reads the configuration section by hand: no reflection, and a key that does not exist is a problem.
/// </summary>
internal sealed class OptionsReader(List<string> problems)
{
    public void Read(IConfigurationSection section, CqrsGenOptions options) =>
        ReadKeys(section, [("Timeouts", timeouts => Read(timeouts, options.Timeouts))]);

    private void Read(IConfigurationSection section, TimeoutOptions timeouts) => ReadKeys(
        section,
        [
            ("Command", key => timeouts.Command = ReadLimit(key, timeouts.Command)),
            ("Query", key => timeouts.Query = ReadLimit(key, timeouts.Query)),
            ("Messages", messages => ReadMessages(messages, timeouts)),
        ]);

    private void ReadMessages(IConfigurationSection section, TimeoutOptions timeouts)
    {
        RejectValue(section);
        foreach (var message in section.GetChildren())
        {
            timeouts.Messages[message.Key] = ReadLimit(message, null);
        }
    }

    private void ReadKeys(
        IConfigurationSection section, ReadOnlySpan<(string Name, Action<IConfigurationSection> Read)> keys)
    {
        RejectValue(section);
        foreach (var child in section.GetChildren())
        {
            bool isKnown = false;
            foreach (var (name, read) in keys)
            {
                if (string.Equals(name, child.Key, StringComparison.OrdinalIgnoreCase))
                {
                    isKnown = true;
                    read(child);
                }
            }

            if (!isKnown)
            {
                problems.Add(Unknown(child, keys));
            }
        }
    }

    private void RejectValue(IConfigurationSection section)
    {
        if (!string.IsNullOrEmpty(section.Value))
        {
            problems.Add($"{section.Path} is '{section.Value}', but it is a section and has no value of its own.");
        }
    }

    private static string Unknown(
        IConfigurationSection key, ReadOnlySpan<(string Name, Action<IConfigurationSection> Read)> keys)
    {
        var names = new string[keys.Length];
        for (int index = 0; index < keys.Length; index++)
        {
            names[index] = keys[index].Name;
        }

        return EditDistance.Nearest(key.Key, names) is { } nearest
            ? $"{key.Path} is not an option. Did you mean {nearest}?"
            : $"{key.Path} is not an option. There are: {string.Join(", ", names)}.";
    }

    /// <summary>Reads a time span, or a number of seconds; TimeSpan alone would take "30" for 30 days.</summary>
    private TimeSpan? ReadLimit(IConfigurationSection key, TimeSpan? otherwise)
    {
        string? text = key.Value;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            && Math.Abs(seconds) <= TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (text is not null && text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var limit))
        {
            return limit;
        }

        // Configuration reads {} as null, and some of its versions read null as an empty text.
        string found = text is not null ? $"'{text}'"
            : key.GetChildren().GetEnumerator().MoveNext() ? "a section"
            : "null or an empty object";
        problems.Add(
            $"{key.Path} is {found}. Expected is a number of seconds such as 30, a time such as 00:00:30, or 0 to " +
            "switch the timeout off.");
        return otherwise;
    }
}
