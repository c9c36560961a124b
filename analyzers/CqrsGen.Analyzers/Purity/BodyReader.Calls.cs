using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Calls, and the delegates that are handed to them.</summary>
internal sealed partial class BodyReader
{
    private void ReadInvocation(Body body, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            ReadDelegateCall(body, call, call.Instance);
        }
        else if (method.MethodKind == MethodKind.LocalFunction)
        {
            ReadFunction(body, call, method, null, 0);
            ReadDelegates(body, method, call.Arguments, null);
        }
        else
        {
            ReadCall(body, call, method, call.Instance, call.IsVirtual, call.Arguments);
        }
    }

    private void ReadCall(
        Body body,
        IOperation operation,
        IMethodSymbol method,
        IOperation? instance,
        bool isVirtual,
        ImmutableArray<IArgumentOperation> arguments,
        Region? made = null)
    {
        var entry = Clients.IsSentTo(instance) ? Clients.Sends : _engine.Find(method);
        var region = made ?? (instance is null ? Region.Unknown : _regions.Written(instance));
        if (entry is not null)
        {
            ReadListed(body, operation, method, entry, instance, region, arguments);
        }

        // The name of a logger says what it does as long as its body is not there.
        if (entry is null
            ? _engine.IsSource(method) || isVirtual
            : entry.Target == PurityOptions.Log && _engine.IsSource(method) && !Declared.IsLoggerMessage(method))
        {
            body.Calls.Add(new Call
            {
                Method = method,
                Receiver = instance?.Type,
                IsVirtual = isVirtual,
                IsOnThis = IsThis(instance),
                Instance = region,
                Arguments = RegionsOf(method, arguments),
                Location = Operations.LocationOf(operation),
            });
        }
        else if (entry is null && region.Kind != RegionKind.Fresh && UnknownCalls.KindOf(method) is { } kind)
        {
            AddUnknown(body, operation, kind, Names.Full(method));
        }

        if (!_engine.IsSource(method) && entry is null or { Action: not CatalogueAction.Memoize })
        {
            ReadReferences(body, method, arguments);
        }

        ReadDelegates(body, method, arguments, entry);
    }

    private ImmutableArray<Region> RegionsOf(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var regions = new Region[method.Parameters.Length];
        for (int index = 0; index < regions.Length; index++)
        {
            regions[index] = Region.Unknown;
        }

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Ordinal < regions.Length)
            {
                regions[parameter.Ordinal] = parameter.RefKind is RefKind.Ref or RefKind.Out
                    ? _regions.Slot(argument.Value)
                    : _regions.Of(argument.Value);
            }
        }

        return [.. regions];
    }

    /// <summary>A library writes to what it is given by reference.</summary>
    private void ReadReferences(Body body, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out })
            {
                if (_regions.Slot(argument.Value) is { IsSeen: true } slot && !IsMemo(argument.Value))
                {
                    AddWrite(body, argument, slot, NameOf(argument.Value) ?? method.Name);
                }
            }
        }
    }

    private void ReadDelegateCall(Body body, IOperation call, IOperation? target)
    {
        target = target?.Bare();
        if (target is IConditionalAccessInstanceOperation instance)
        {
            target = Operations.TargetOf(instance)?.Bare();
        }

        switch (target)
        {
            case IParameterReferenceOperation { Parameter: var parameter } when IsOwn(parameter):
                _top.Invoked.Add(parameter.Ordinal);
                break;
            case IParameterReferenceOperation { Parameter.Name: var given }:
                AddUnknown(body, call, EffectKind.Unknown, given);
                break;
            case ILocalReferenceOperation local:
                ReadDelegates(body, call, local.Local, null, 0);
                break;
            case IDelegateCreationOperation creation:
                ReadDelegate(body, call, creation, null, 0);
                break;
            case IMemberReferenceOperation { Member: var member }:
                AddUnknown(body, call, EffectKind.Unknown, $"{member.ContainingType.Name}.{member.Name}");
                break;
        }
    }

    private static void AddUnknown(Body body, IOperation operation, EffectKind kind, string name) =>
        body.Unknowns.Add(new Effect(kind, name, Region.Unknown, name, Operations.LocationOf(operation)));

    /// <summary>Delegates among the arguments of a call.</summary>
    private void ReadDelegates(
        Body body, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, CatalogueEntry? entry)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { Type.TypeKind: TypeKind.Delegate or TypeKind.Class } parameter)
            {
                continue;
            }

            bool isRun = entry is { Action: CatalogueAction.Run or CatalogueAction.Memoize };
            if (!isRun && (entry is not null || !MayInvoke(method)))
            {
                continue;
            }

            switch (argument.Value.Bare())
            {
                case IDelegateCreationOperation creation:
                    ReadDelegate(body, argument, creation, isRun ? null : method, parameter.Ordinal);
                    break;
                case ILocalReferenceOperation local:
                    ReadDelegates(body, argument, local.Local, isRun ? null : method, parameter.Ordinal);
                    break;
                case IParameterReferenceOperation { Parameter: var given } when IsOwn(given):
                    if (isRun)
                    {
                        _top.Invoked.Add(given.Ordinal);
                    }
                    else
                    {
                        _top.HandedOn.Add((given.Ordinal, method, parameter.Ordinal));
                    }

                    break;
            }
        }
    }

    /// <summary>Every delegate that a variable may hold. What is handed to the same twice does the same.</summary>
    private void ReadDelegates(
        Body body, IOperation site, ILocalSymbol variable, IMethodSymbol? handedTo, int handedAs)
    {
        _handed ??= [];
        if (!_handed.Add((body, variable, handedTo, handedAs)))
        {
            return;
        }

        foreach (var value in _regions.ValuesOf(variable))
        {
            if (value?.Bare() is IDelegateCreationOperation creation)
            {
                ReadDelegate(body, site, creation, handedTo, handedAs);
            }
        }
    }

    private bool MayInvoke(IMethodSymbol method) =>
        method.MethodKind == MethodKind.LocalFunction || method.IsAbstract || _engine.IsSource(method);

    private void ReadDelegate(
        Body body, IOperation site, IDelegateCreationOperation creation, IMethodSymbol? handedTo, int handedAs)
    {
        switch (creation.Target)
        {
            case IAnonymousFunctionOperation lambda:
                body.Calls.Add(new Call
                {
                    Nested = NestedOf(lambda.Symbol, "", [lambda.Body]),
                    HandedTo = Outer(handedTo),
                    HandedAs = handedAs,
                    Location = Operations.LocationOf(site),
                });
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } function }:
                ReadFunction(body, site, function, handedTo, handedAs);
                break;
            case IMethodReferenceOperation reference when _engine.Find(reference.Method) is { } entry:
                if (handedTo is null)
                {
                    ReadListed(
                        body, reference, reference.Method, entry, reference.Instance,
                        _regions.Written(reference.Instance), []);
                }

                break;
            case IMethodReferenceOperation reference:
                body.Calls.Add(new Call
                {
                    Method = reference.Method,
                    Receiver = reference.Instance?.Type,
                    IsVirtual = reference.IsVirtual,
                    IsOnThis = IsThis(reference.Instance),
                    Instance = reference.Instance is null ? Region.Unknown : _regions.Written(reference.Instance),
                    HandedTo = Outer(handedTo),
                    HandedAs = handedAs,
                    Location = Operations.LocationOf(reference),
                });
                break;
        }
    }

    /// <summary>A local function is taken to invoke what it is given.</summary>
    private static IMethodSymbol? Outer(IMethodSymbol? method) =>
        method is { MethodKind: MethodKind.LocalFunction } ? null : method;

    private void ReadFunction(
        Body body, IOperation site, IMethodSymbol function, IMethodSymbol? handedTo, int handedAs)
    {
        if (_functions.TryGetValue(function.OriginalDefinition, out var declared)
            && !Contracts.IsAssumed(declared.Symbol))
        {
            body.Calls.Add(new Call
            {
                Nested = NestedOf(
                    declared.Symbol, declared.Symbol.Name, new[] { declared.Body }.OfType<IOperation>()),
                HandedTo = Outer(handedTo),
                HandedAs = handedAs,
                Location = Operations.LocationOf(site),
            });
        }
    }

    private static bool IsThis(IOperation? instance) => instance?.Bare()
        is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private bool IsOwn(IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, _owner);
}
