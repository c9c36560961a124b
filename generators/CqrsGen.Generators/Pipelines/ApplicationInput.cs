using CqrsGen.Generators.Common;
using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Modules;
using CqrsGen.Generators.Validation;

namespace CqrsGen.Generators.Pipelines;

/// <summary>Everything that was found in an assembly and its references.</summary>
internal sealed record ApplicationInput(
    CompilationFacts Facts,
    bool Composes,
    BuiltInSettings BuiltIns,
    EquatableArray<Omission> Aliases,
    EquatableArray<MessageModel> Messages,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<MiddlewareModel> Middleware,
    EquatableArray<ValidatorModel> Validators,
    EquatableArray<ModuleModel> Modules)
{
    /// <summary>A message that a module declares; null when none does.</summary>
    public MessageModel? FindDeclared(string type) => FindDeclaring(type).Entry?.Message;

    /// <summary>The module that declares a message, and the message there; nulls when none does.</summary>
    public (ModuleModel? Module, ModuleMessage? Entry) FindDeclaring(string type)
    {
        foreach (var module in Modules)
        {
            foreach (var entry in module.Messages)
            {
                if (entry.IsDeclared && entry.Message.Type == type)
                {
                    return (module, entry);
                }
            }
        }

        return default;
    }
}
