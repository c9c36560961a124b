using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Validation;

namespace CqrsGen.Generators.Pipelines;

/// <summary>
/// Finds the methods that check and normalise messages: generated here, or in the module that declares the message.
/// </summary>
internal sealed class ValidationMethods
{
    private readonly string _moduleName;
    private readonly Dictionary<string, (string RoutesClass, ModuleMessage Message)> _elsewhere = [];

    public ValidationMethods(ApplicationInput input)
    {
        _moduleName = input.Facts.ModuleName;
        foreach (var module in input.Modules)
        {
            foreach (var entry in module.Messages)
            {
                if ((entry.Validates || entry.Normalizes) && !_elsewhere.ContainsKey(entry.Message.Type))
                {
                    _elsewhere.Add(entry.Message.Type, (module.RoutesClass, entry));
                }
            }
        }
    }

    /// <summary>The method that checks a message; null for none.</summary>
    public string? Validate(MessageModel message) => Here(message, message.Validation?.Validates, "Validate")
        ?? Elsewhere(message, "Validate", static entry => entry.Validates);

    /// <summary>The method that normalises a message; null for none.</summary>
    public string? Normalize(MessageModel message) => Here(message, message.Validation?.Normalizes, "Normalize")
        ?? Elsewhere(message, "Normalize", static entry => entry.Normalizes);

    private string? Here(MessageModel message, bool? isHere, string method) => isHere == true
        ? $"{ValidationEmitter.ClassOf(_moduleName, message.Validation!.Message)}.{method}"
        : null;

    private string? Elsewhere(MessageModel message, string method, Func<ModuleMessage, bool> isThere) =>
        _elsewhere.TryGetValue(message.Type, out var found) && isThere(found.Message)
            ? $"{found.RoutesClass}.{found.Message.Member}_{method}"
            : null;
}
