using CqrsGen.Generators.Common;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Pipelines;
using CqrsGen.Rules;

namespace CqrsGen.Generators.Middleware;

/// <summary>Decides whether a middleware applies to a message, and closes its types if so.</summary>
internal static class MiddlewareMatcher
{
    private const string Unit = "global::CqrsGen.Unit";

    /// <summary>
    /// The stage that the middleware becomes in the message's pipeline; null where it does not apply.
    /// </summary>
    public static StageModel? Match(MiddlewareModel middleware, MessageModel message)
    {
        if (!MayApply(middleware, message))
        {
            return null;
        }

        bool isStream = message.Kind == MessageKind.StreamQuery;
        return middleware.Form switch
        {
            MiddlewareForm.Hooks => MatchHooks(middleware, message),
            MiddlewareForm.Around when !isStream => MatchAround(middleware, message),
            MiddlewareForm.StreamAround when isStream => MatchAround(middleware, message),
            MiddlewareForm.Validation when message.Validate => Stage(middleware),
            _ => null,
        };
    }

    /// <summary>Whether it applies, by what can be told without its types.</summary>
    public static bool MayApply(MiddlewareModel middleware, MessageModel message) =>
        (middleware.Kinds & KindBit(message.Kind)) != 0 && middleware.Omission is null
        && !(middleware.BuiltIn == BuiltIns.Timeout && message.ResultFacts.Work == ResultWork.Later);

    private static int KindBit(MessageKind kind) => kind switch
    {
        MessageKind.Command => 1,
        MessageKind.Query => 2,
        MessageKind.StreamQuery => 4,
        _ => 8,
    };

    private static StageModel? MatchAround(MiddlewareModel middleware, MessageModel message)
    {
        var bindings = new TypeBindings();
        string result = message.Result ?? Unit;
        if (!Bind(middleware.MessagePattern!, message.Type, message.Type, bindings)
            || !Bind(middleware.ResultPattern!, result, message.ResultKey ?? Unit, bindings)
            || !Satisfies(middleware.TypeParameters, message, bindings))
        {
            return null;
        }

        string arguments = bindings.Arguments(middleware.TypeParameters);
        return Stage(middleware) with
        {
            Type = arguments.Length == 0 ? middleware.Type : $"{middleware.Definition}<{arguments}>",
            Result = result,
        };
    }

    private static StageModel? MatchHooks(MiddlewareModel middleware, MessageModel message)
    {
        var calls = new List<HookCall>();
        foreach (var overloads in middleware.Hooks.GroupBy(static hook => hook.Kind))
        {
            var call = overloads
                .OrderBy(static hook => hook.TypeParameters.Count)
                .Select(hook => MatchHook(hook, message))
                .FirstOrDefault(static call => call is not null);
            if (call is null)
            {
                return null;
            }

            calls.Add(call);
        }

        return Stage(middleware) with { Hooks = calls.ToEquatableArray() };
    }

    private static HookCall? MatchHook(HookModel hook, MessageModel message)
    {
        var bindings = new TypeBindings();
        bool isStream = message.Kind == MessageKind.StreamQuery;
        string result = isStream ? Unit : message.Result ?? Unit;
        string resultKey = isStream ? Unit : message.ResultKey ?? Unit;
        foreach (var parameter in hook.Parameters)
        {
            if (parameter.Role == HookParameterRole.Result && !Bind(parameter.TypePattern, result, resultKey, bindings))
            {
                return null;
            }
        }

        if (hook.AnswerResult is { } answer && !Bind(answer, result, resultKey, bindings))
        {
            return null;
        }

        foreach (var parameter in hook.Parameters)
        {
            if (parameter.Role == HookParameterRole.Message && !BindMessage(parameter.TypePattern, message, bindings))
            {
                return null;
            }
        }

        if (!Satisfies(hook.TypeParameters, message, bindings))
        {
            return null;
        }

        string arguments = bindings.Arguments(hook.TypeParameters);
        return new HookCall(
            hook.Kind,
            arguments.Length == 0 ? hook.Method : $"{hook.Method}<{arguments}>",
            hook.IsStatic,
            hook.IsAsync,
            hook.Answer,
            hook.State is null ? null : bindings.Fill(hook.State),
            hook.AnswerResult is null ? null : result,
            hook.Parameters);
    }

    private static bool Bind(string pattern, string code, string key, TypeBindings bindings)
    {
        if (Hole(pattern) is { } name)
        {
            bindings.Bind(name, code, key);
            return true;
        }

        return bindings.FillKey(pattern) == key;
    }

    private static bool BindMessage(string pattern, MessageModel message, TypeBindings bindings)
    {
        if (Hole(pattern) is { } name)
        {
            bindings.Bind(name, message.Type, message.Type);
            return true;
        }

        string filled = bindings.FillKey(pattern);
        return filled == message.Type || filled == "object" || message.Facts.Supertypes.Contains(filled);
    }

    private static bool Satisfies(
        EquatableArray<TypeParameterModel> parameters, MessageModel message, TypeBindings bindings)
    {
        foreach (var parameter in parameters)
        {
            if (bindings.KeyOf(parameter.Name) is not { } bound)
            {
                return false;
            }

            bool isMessage = bound == message.Type;
            var facts = isMessage ? message.Facts : message.ResultFacts;
            if ((parameter.IsReferenceType && !facts.IsReferenceType)
                || (parameter.IsValueType && facts.IsReferenceType)
                || (parameter.IsUnmanaged && !facts.IsUnmanaged)
                || (parameter.NeedsConstructor && !facts.HasDefaultConstructor))
            {
                return false;
            }

            string key = isMessage ? message.Type : message.ResultKey ?? Unit;
            foreach (string supertype in parameter.Supertypes)
            {
                string filled = bindings.FillKey(supertype);
                if (filled != key && !facts.Supertypes.Contains(filled))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string? Hole(string pattern) =>
        pattern.Length > 2 && pattern[0] == '{' && pattern.IndexOf('}') == pattern.Length - 1
            ? pattern.Substring(1, pattern.Length - 2)
            : null;

    private static StageModel Stage(MiddlewareModel middleware) => new()
    {
        Type = middleware.Type,
        Definition = middleware.Definition,
        Display = middleware.Display,
        Form = middleware.Form,
        Order = middleware.Order,
        IsSingleton = middleware.IsSingleton,
        Dependencies = middleware.Dependencies,
        BuiltIn = middleware.BuiltIn,
        Name = middleware.Display,
    };
}
