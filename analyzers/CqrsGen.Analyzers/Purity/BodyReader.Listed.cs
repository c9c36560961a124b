using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Calls of what the catalogue lists.</summary>
internal sealed partial class BodyReader
{
    private void ReadListed(
        Body body,
        IOperation operation,
        IMethodSymbol method,
        CatalogueEntry entry,
        IOperation? instance,
        Region region,
        ImmutableArray<IArgumentOperation> arguments)
    {
        switch (entry.Action)
        {
            case CatalogueAction.Ask when Answers.IsRead(operation):
            case CatalogueAction.Post
                when Requests.OnlyAsk(arguments) && Answers.IsRead(operation):
                break;
            case CatalogueAction.Post when Answers.IsRead(operation):
            case CatalogueAction.HttpRequest when Answers.IsRead(operation)
                && Requests.Write(arguments, isAnswerRead: true)
                && !Requests.Write(arguments, isAnswerRead: true, exceptPosts: true):
            case CatalogueAction.Start when Answers.IsOutputRead:
                if (_onlyReads)
                {
                    _top.HasTrustedCalls = true;
                }
                else
                {
                    AddUnknown(body, operation, EffectKind.Suspected, Names.Full(method));
                }

                break;
            case CatalogueAction.Write when entry.Target == "file" && Files.IsTemporary(method, arguments):
                break;
            case CatalogueAction.Write or CatalogueAction.Post or CatalogueAction.Ask or CatalogueAction.Start:
            case CatalogueAction.SqlWrite when Texts.Writes(instance, arguments) ?? true:
            case CatalogueAction.SqlRead when Texts.Writes(instance, arguments) ?? false:
            case CatalogueAction.HttpRequest
                when Requests.Write(arguments, Answers.IsRead(operation)):
            case CatalogueAction.Open when Files.Writes(method, arguments):
                string target = entry.Target != "file" ? entry.Target
                    : CacheNames.WritesLog(_owner) ? PurityOptions.Log
                    : Files.IsCached(method, arguments) ? PurityOptions.Cache
                    : entry.Target;
                if (_onlyReads && !PurityOptions.IsOptional(target))
                {
                    _top.HasTrustedCalls = true;
                }
                else
                {
                    Add(EffectKind.External, target, IsSure(entry, instance, arguments));
                }

                break;
            case CatalogueAction.Response when region.Kind != RegionKind.Fresh:
                Add(EffectKind.External, entry.Target);
                break;
            case CatalogueAction.Command:
                Add(EffectKind.Command, "");
                break;
            case CatalogueAction.Request:
                ReadRequest(body, operation, method, arguments);
                break;
            case CatalogueAction.Event:
                Add(EffectKind.Event, "");
                break;
            case CatalogueAction.Append:
                Add(EffectKind.Append, "");
                break;
            case CatalogueAction.Mutate:
                ReadMutation(body, operation, method, instance, region);
                break;
            case CatalogueAction.Track:
                AddWrite(body, operation, Region.Tracked, Names.Full(method));
                break;
            case CatalogueAction.MutateArgument:
                if (arguments.FirstOrDefault()?.Value is { } changed
                    && arguments[0].Parameter?.RefKind is not (RefKind.Ref or RefKind.Out))
                {
                    ReadMutation(body, operation, method, changed, _regions.Of(changed));
                }

                break;
        }

        void Add(EffectKind kind, string target, bool isSure = true) => body.Effects.Add(new Effect(
            kind, target, Region.Unknown, Names.Full(method),
            Operations.LocationOf(operation))
        {
            IsSure = isSure,
        });
    }

    /// <summary>Whether nobody could call it a read: what a server does with a request is up to it.</summary>
    private bool IsSure(
        CatalogueEntry entry, IOperation? instance, ImmutableArray<IArgumentOperation> arguments) =>
        entry.Target is not ("HTTP" or "process")
        && (entry.Action != CatalogueAction.SqlWrite || Texts.Writes(instance, arguments) is not null);

    /// <summary>A command by its name; else what its handler does, when that is of this compilation.</summary>
    private void ReadRequest(
        Body body, IOperation operation, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
    {
        var request = arguments.FirstOrDefault()?.Value.Bare();
        if (request?.Type is not INamedTypeSymbol type)
        {
            return;
        }

        if (type.Name.EndsWith("Command", StringComparison.Ordinal))
        {
            body.Effects.Add(new Effect(
                EffectKind.Command, "", Region.Unknown, Names.Full(method), Operations.LocationOf(operation)));
        }
        else if (_engine.Targets.HandlerOf(type, _cancellationToken) is { } handler)
        {
            body.Calls.Add(new Call
            {
                Method = handler,
                IsVirtual = true,
                Arguments = [_regions.Of(request)],
                Location = Operations.LocationOf(operation),
            });
        }
    }

    private void ReadMutation(
        Body body, IOperation operation, IMethodSymbol method, IOperation? instance, Region region)
    {
        // The list that a query for entities was read into is new; what an entity holds is not.
        if (!region.IsSeen
            || (region.Kind == RegionKind.Tracked && instance?.Bare() is not IMemberReferenceOperation))
        {
            return;
        }

        var field = (instance?.Bare() as IFieldReferenceOperation)?.Field;
        if (field is null
            || !(Filled.IsFilledBy(operation.Syntax, field) || CacheNames.IsCache(field) || Ambient.IsOfThread(field)))
        {
            string? name = instance is null ? null : NameOf(instance);
            AddWrite(
                body, operation, region, name is null ? Names.Of(method) : $"{name}.{Names.Of(method)}", written: name);
        }
    }
}
