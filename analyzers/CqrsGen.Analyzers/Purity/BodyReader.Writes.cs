using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CqrsGen.Analyzers.Purity;

/// <summary>Assignments.</summary>
internal sealed partial class BodyReader
{
    private void ReadWrite(Body body, IOperation operation, IOperation target)
    {
        target = target.Bare();
        switch (target)
        {
            case IFieldReferenceOperation field:
                ReadFieldWrite(body, operation, field);
                break;
            case IPropertyReferenceOperation property:
                ReadPropertyWrite(body, operation, property);
                break;
            case IArrayElementReferenceOperation element:
                if (_regions.Of(element.ArrayReference) is { IsSeen: true } array)
                {
                    AddWrite(body, operation, array, NameOf(element.ArrayReference) ?? "array");
                }

                break;
            case ILocalReferenceOperation { Local.RefKind: not RefKind.None }:
            case IParameterReferenceOperation:
                if (_regions.Slot(target) is { IsSeen: true } slot)
                {
                    AddWrite(body, operation, slot, NameOf(target) ?? "");
                }

                break;
        }
    }

    private void ReadFieldWrite(Body body, IOperation operation, IFieldReferenceOperation reference)
    {
        var field = reference.Field;
        var region = _regions.Slot(reference);
        bool isOwnSetUp = field.IsStatic && _owner.MethodKind == MethodKind.StaticConstructor;
        if (region.IsSeen && !isOwnSetUp && !Ambient.IsOfThread(field) && !CacheNames.IsCache(field)
            && !_engine.IsMemo(field, _cancellationToken))
        {
            AddWrite(body, operation, region, NameOf(reference)!);
        }
    }

    private void ReadPropertyWrite(Body body, IOperation operation, IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        var setter = property.SetMethod;
        if (setter is not null && (_engine.Find(setter) is not null
            || _engine.HasBody(setter.OriginalDefinition, _cancellationToken)
            || (property.ContainingType.TypeKind == TypeKind.Interface && _engine.IsSource(property))))
        {
            ReadCall(
                body, operation, setter, reference.Instance, IsOpen(setter, reference.Instance), reference.Arguments);
            return;
        }

        if (property.IsStatic)
        {
            if (_engine.IsSource(property) && !_engine.IsMarkedMemo(property)
                && _owner.MethodKind != MethodKind.StaticConstructor)
            {
                AddWrite(body, operation, Region.Static(property), NameOf(reference)!);
            }

            return;
        }

        if (!Ambient.IsHolder(property.ContainingType) && !Ambient.IsPartOfRequest(property)
            && !_engine.IsMarkedMemo(property)
            && _regions.Written(reference.Instance) is { IsSeen: true } region
            && (region.Kind != RegionKind.Tracked || Entities.IsStored(property)))
        {
            AddWrite(body, operation, region, NameOf(reference)!);
        }
    }

    private void ReadSubscription(Body body, IOperation operation, IEventReferenceOperation reference)
    {
        var accessor = (operation as IEventAssignmentOperation)?.Adds == false
            ? reference.Event.RemoveMethod
            : reference.Event.AddMethod;
        if (accessor is not null && _engine.HasBody(accessor.OriginalDefinition, _cancellationToken))
        {
            ReadCall(body, operation, accessor, reference.Instance, IsOpen(accessor, reference.Instance), []);
            return;
        }

        var region = reference.Event.IsStatic ? Region.Static(reference.Event) : _regions.Of(reference.Instance);
        if (region.IsSeen)
        {
            AddWrite(body, operation, region, NameOf(reference)!);
        }
    }

    private void AddWrite(Body body, IOperation operation, Region region, string name, string? written = null)
    {
        // What a logger of the user's own holds, and changes where it logs, is part of its log.
        if (region.Kind is not (RegionKind.This or RegionKind.Static) || !CacheNames.WritesLog(_owner))
        {
            body.Effects.Add(new Effect(EffectKind.Write, "", region, name, Operations.LocationOf(operation))
            {
                Written = written,
            });
        }
    }

    /// <summary>Whether a variable only remembers what was computed.</summary>
    private bool IsMemo(IOperation variable) => variable.Bare() is IFieldReferenceOperation field
        && _engine.IsMemo(field.Field, _cancellationToken);

    private static string? NameOf(IOperation operation) => operation.Bare() switch
    {
        IFieldReferenceOperation { Field: { AssociatedSymbol: { } property } } =>
            $"{property.ContainingType.Name}.{property.Name}",
        IMemberReferenceOperation { Member: var member } => $"{member.ContainingType.Name}.{member.Name}",
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        ILocalReferenceOperation local => local.Local.Name,
        _ => null,
    };
}
