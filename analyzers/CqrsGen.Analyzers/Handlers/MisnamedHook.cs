using CqrsGen.Analyzers.Common;
using CqrsGen.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CqrsGen.Analyzers.Handlers;

/// <summary>
/// A method that was meant as a hook and has a name that nothing calls. Shared by the rule and its fix.
/// </summary>
internal static class MisnamedHook
{
    private const string Async = "Async";
    private const int MostEdits = 2;

    private static readonly (HookKind Kind, string Name)[] s_names =
        [.. new[] { HookKind.Before, HookKind.After, HookKind.Failed, HookKind.Finally }
            .SelectMany(static kind => new[] { (kind, kind.ToString()), (kind, kind + Async) })];

    /// <summary>The name that a method of a middleware should have; null when it is no misnamed hook.</summary>
    public static string? Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.MethodKind != MethodKind.Ordinary
            || !HookProblems.IsCallable(method)
            || method.IsOverride
            || HookRules.KindOf(method.Name) is not null
            || NameOf(method) is not { } name
            || IsImplementation(method)
            || IsNamedInside(method, cancellationToken))
        {
            return null;
        }

        return name;
    }

    /// <summary>The hook that is meant: one spelled nearly so, or what other libraries call it.</summary>
    private static string? NameOf(IMethodSymbol method)
    {
        var best = s_names
            .Select(near => (near.Kind, near.Name, Edits: Spelling.Distance(method.Name, near.Name)))
            .OrderBy(static near => near.Edits)
            .First();

        // Any method may have no parameters; then only a slip of the pen is one.
        if (best.Edits <= (method.Parameters.IsEmpty ? 1 : MostEdits))
        {
            return LooksLikeHook(method, best.Kind) ? best.Name : null;
        }

        string suffix = method.Name.EndsWith(Async, StringComparison.OrdinalIgnoreCase) ? Async : "";
        return OfOthers(method.Name.Substring(0, method.Name.Length - suffix.Length)) is { } kind
            && !HookRules.MethodsOf(method.ContainingType).Any(hook => HookRules.KindOf(hook.Name) == kind)
            && LooksLikeHook(method, kind)
                ? kind + suffix
                : null;
    }

    /// <summary>What MediatR, MVC, PostSharp, Castle and others call it.</summary>
    private static HookKind? OfOthers(string name) => name switch
    {
        "OnBefore" or "BeforeAll" or "BeforeHandle" or "BeforeInvoke" or "OnExecuting" or "OnHandling" or "OnEntry"
            or "OnEnter" or "OnStart" or "OnStarting" or "Pre" or "PreHandle" or "PreProcess" => HookKind.Before,
        "OnAfter" or "AfterAll" or "AfterHandle" or "AfterInvoke" or "OnExecuted" or "OnHandled" or "OnSuccess"
            or "Succeeded" or "Success" or "OnCompleted" or "Completed" or "Post" or "PostHandle"
            or "PostProcess" => HookKind.After,
        "OnError" or "OnException" or "OnFailed" or "OnFailure" or "OnFault" or "Catch" or "Error" or "Exception"
            or "Failure" or "Fault" or "Faulted" or "HandleError" or "HandleException" => HookKind.Failed,
        "OnFinally" or "OnExit" or "OnFinished" or "Finished" or "Cleanup" or "CleanUp" => HookKind.Finally,
        _ => null,
    };

    /// <summary>Whether a hook could receive every parameter, and one of them is what only hooks receive.</summary>
    private static bool LooksLikeHook(IMethodSymbol method, HookKind kind)
    {
        bool hasMessage = false;
        bool isSure = method.Parameters.IsEmpty;
        foreach (var parameter in method.Parameters)
        {
            if (HookRules.RoleOf(parameter, kind, hasMessage) is not { } role)
            {
                return false;
            }

            isSure |= role switch
            {
                HookParameterRole.Message => IsMessage(parameter.Type),
                HookParameterRole.Result or HookParameterRole.Token => false,
                _ => true,
            };
            hasMessage |= role == HookParameterRole.Message;
        }

        return isSure;
    }

    private static bool IsMessage(ITypeSymbol type) =>
        type.TypeKind == TypeKind.TypeParameter || MessageFacts.KindOf(type) != MessageKind.None;

    private static bool IsImplementation(IMethodSymbol method) =>
        method.ContainingType.AllInterfaces.Any(candidate => candidate.GetMembers(method.Name).Any(asked =>
            SymbolEqualityComparer.Default.Equals(
                method.ContainingType.FindImplementationForInterfaceMember(asked), method)));

    /// <summary>Whether the class mentions the method: then it is a part of another.</summary>
    private static bool IsNamedInside(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.ContainingType.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken)
            .DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Any(name => name.Identifier.ValueText == method.Name));
}
