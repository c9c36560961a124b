using Microsoft.CodeAnalysis;

namespace CqrsGen.Rules;

/// <summary>
/// What makes a handler one that generated code cannot make or call. The generator leaves such a handler out, the
/// analyzers report it; both ask here, so that what is left out is reported.
/// </summary>
internal static class HandlerProblems
{
    /// <summary>What is wrong with a class that has handler interfaces or is marked <c>[Handler]</c>.</summary>
    /// <param name="type">The class.</param>
    /// <param name="isMarked">Whether it is marked.</param>
    /// <param name="canBeMade">Whether its constructor is known to be in order; asking for it is dear.</param>
    public static HandlerProblem? OfClass(INamedTypeSymbol type, bool isMarked, bool canBeMade = false)
    {
        if (type is { IsAbstract: true, IsStatic: false })
        {
            return isMarked
                ? Other($"{Name(type)} is abstract and marked [Handler]. Mark the classes that derive from it.")
                : null;
        }

        if (type.TypeKind == TypeKind.Struct)
        {
            return Other($"{Name(type)} is a struct. Make it a class.");
        }

        return OfType(type) ?? (type.IsStatic || canBeMade ? null : HandlerConstructors.ProblemOf(type));
    }

    /// <summary>What is wrong with a marked class that has no handler interface.</summary>
    public static HandlerProblem? OfMarkedClass(INamedTypeSymbol type) =>
        type.GetMembers().Any(static member => member is IMethodSymbol method && HandlerRules.IsMarked(method))
            ? null
            : Other($"{Name(type)} is marked [Handler] but has no handler interface and no marked method. " +
                "Implement one, or remove the attribute.");

    /// <summary>
    /// What is wrong with what a class listens to: something that is no event, and that no event can derive from.
    /// </summary>
    public static HandlerProblem? OfListener(INamedTypeSymbol type, ITypeSymbol message, MessageKind kind) =>
        kind == MessageKind.Event
        && message is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct }
        && !UnresolvedTypes.IsIn(message)
        && KindOf(message, out _, out _) is var found
        && (found == MessageKind.None ? message.IsSealed : found != MessageKind.Event)
            ? Other($"{Name(type)} handles {message.ToDisplayString()}, which is no event. Give it IEvent and [Event].")
            : null;

    /// <summary>What is wrong with what a class validates: something that nobody would ask it about.</summary>
    public static HandlerProblem? OfValidated(INamedTypeSymbol type, ITypeSymbol message)
    {
        string validates = $"{Name(type)} validates {message.ToDisplayString()}";
        if (MessageRules.KindOf(message, out _, out _) == MessageKind.Event)
        {
            return Other($"{validates}, which is an event. Events have happened and are not validated: validate the " +
                "command that leads to it.");
        }

        return message.GetAttributes().Any(static attribute =>
            MessageRules.KindOfAttribute(attribute.AttributeClass) != MessageKind.None
            && attribute.NamedArguments.Any(static stated => stated is { Key: "Validate", Value.Value: false }))
                ? Other($"{validates}, which states Validate = false, so nobody asks it. Remove one of the two.")
                : null;
    }

    /// <summary>What is wrong with the class of a marked method; of a static one's class no instance is made.</summary>
    public static HandlerProblem? OfOwner(IMethodSymbol method) => method.IsStatic
        ? OfType(method.ContainingType)
        : OfClass(method.ContainingType, isMarked: true);

    /// <summary>What is wrong with a method that is marked <c>[Handler]</c>, apart from its class.</summary>
    public static HandlerProblem? OfMethod(IMethodSymbol method)
    {
        if (OfKind(method.MethodKind) is { } what)
        {
            string where = method.ContainingType?.ToDisplayString() ?? "the program";
            return Other(
                $"{what} in {where} is marked [Handler], but generated code can only call methods. " +
                "Make it a method of a class.");
        }

        var message = method.Parameters.IsEmpty ? null : method.Parameters[0].Type;
        if (message is null || KindOf(message, out var result, out bool hasInterface) is var kind
            && kind == MessageKind.None)
        {
            return new(
                HandlerProblemKind.NoMessage,
                $"the first parameter of {Name(method)} is no message. Take a command, query or event first.");
        }

        if (method.IsGenericMethod)
        {
            return Other($"{Name(method)} is generic; which closed forms to call is unknown. Write one method per " +
                "message.");
        }

        if (method.IsAbstract)
        {
            return Other($"{Name(method)} is abstract. Mark the methods that override it.");
        }

        if (!VisibilityRules.IsNameable(method.DeclaredAccessibility))
        {
            string access = method.DeclaredAccessibility == Accessibility.Private ? "private" : "protected";
            return new(
                HandlerProblemKind.InaccessibleMethod, $"{Name(method)} is {access}. Make it internal or public.");
        }

        foreach (var parameter in method.Parameters)
        {
            if (OfParameter(parameter) is { } problem)
            {
                return problem with { Text = $"{Name(method)} {problem.Text}" };
            }

            if (IsPlainValue(parameter))
            {
                return new(
                    HandlerProblemKind.Other,
                    $"{Name(method)} takes {parameter.Type.ToDisplayString()} '{parameter.Name}', which is no " +
                    "service. Take it from the message or from options.",
                    parameter);
            }
        }

        return OfResult(method, message, kind, result, hasInterface);
    }

    /// <summary>What the compiler takes for a method, and no other code can call; null for methods.</summary>
    private static string? OfKind(MethodKind kind) => kind switch
    {
        MethodKind.LocalFunction => "a local function",
        MethodKind.AnonymousFunction => "a lambda",
        MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation => null,
        _ => "an accessor or operator",
    };

    /// <summary>Why a parameter cannot be passed by generated code; the text lacks its subject.</summary>
    public static HandlerProblem? OfParameter(IParameterSymbol parameter)
    {
        if (parameter.RefKind is RefKind.Ref or RefKind.Out or RefKind.RefReadOnlyParameter)
        {
            return new(
                HandlerProblemKind.ByReference,
                $"takes '{parameter.Name}' by reference. Take it by value.");
        }

        return parameter.Type.IsRefLikeType || parameter.Type.TypeKind is TypeKind.Pointer or TypeKind.FunctionPointer
            ? Other($"takes {parameter.Type.ToDisplayString()} '{parameter.Name}', which no container can give. " +
                "Take a service instead.")
            : null;
    }

    /// <summary>What keeps generated code from naming the class.</summary>
    private static HandlerProblem? OfType(INamedTypeSymbol type)
    {
        if (VisibilityRules.IsGeneric(type))
        {
            return Other(
                $"{Name(type)} is generic; which closed forms to make is unknown. " +
                "Derive a closed handler per message.");
        }

        return VisibilityRules.IsNameable(type)
            ? null
            : new(
                HandlerProblemKind.InaccessibleType,
                $"{Name(type)} is private or file-local. Make it internal or public, or mark it [NotDiscovered] " +
                "where it stands in for a handler in a test.");
    }

    private static HandlerProblem? OfResult(
        IMethodSymbol method,
        ITypeSymbol message,
        MessageKind kind,
        ITypeSymbol? result,
        bool hasInterface)
    {
        if (method.ReturnsByRef || method.ReturnsByRefReadonly)
        {
            return Other($"{Name(method)} returns by reference. Return the value.");
        }

        if (method is { IsAsync: true, ReturnsVoid: true })
        {
            return new(
                HandlerProblemKind.WrongResult,
                $"{Name(method)} is async void, so nobody can wait for it. Return ValueTask.");
        }

        var returned = HandlerRules.ResultOf(method, kind, out _, out _);
        bool isKnown = hasInterface || kind == MessageKind.Event; // An event asks for nothing, completed or not.
        bool isStream = kind == MessageKind.StreamQuery;
        bool isRight = TypeIdentity.IsSame(result, returned)
            && (!isStream || HandlerRules.IsStream(method));
        if (!isKnown || isRight || UnresolvedTypes.IsIn(result) || UnresolvedTypes.IsIn(method.ReturnType))
        {
            return null;
        }

        string given = (isStream && !method.ReturnsVoid ? method.ReturnType : returned)?.ToDisplayString() ?? "nothing";
        string asked = result?.ToDisplayString() ?? "nothing";
        asked = isStream ? $"IAsyncEnumerable<{asked}>" : asked;
        string remedy = result is null ? "Return ValueTask, Task or void." : "Return that.";
        return new(
            HandlerProblemKind.WrongResult,
            $"{Name(method)} returns {given}, but {message.ToDisplayString()} asks for {asked}. {remedy}");
    }

    /// <summary>By interface; by attribute where the generator is to add the interface.</summary>
    private static MessageKind KindOf(ITypeSymbol message, out ITypeSymbol? result, out bool hasInterface)
    {
        var kind = MessageRules.KindOf(message, out result, out bool isAmbiguous);
        hasInterface = kind != MessageKind.None;
        if (hasInterface || isAmbiguous)
        {
            return kind;
        }

        foreach (var attribute in message.GetAttributes())
        {
            var marked = MessageRules.KindOfAttribute(attribute.AttributeClass);
            if (marked != MessageKind.None)
            {
                return marked;
            }
        }

        return MessageKind.None;
    }

    /// <summary>Whether a method's parameter is one that no container gives, unless by a key.</summary>
    private static bool IsPlainValue(IParameterSymbol parameter) =>
        parameter.Ordinal > 0
        && IsValue(parameter.Type)
        && (parameter.HasExplicitDefaultValue || parameter.GetAttributes().IsEmpty)
        && parameter.Type is not { Name: "CancellationToken", ContainingNamespace.Name: "Threading" };

    internal static bool IsValue(ITypeSymbol type) =>
        type.IsValueType || type.SpecialType == SpecialType.System_String;

    private static string Name(ISymbol symbol) => symbol is IMethodSymbol method
        ? $"{method.ContainingType.ToDisplayString()}.{method.Name}"
        : symbol.ToDisplayString();

    private static HandlerProblem Other(string text) => new(HandlerProblemKind.Other, text);
}
