using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace CqrsGen.Architecture.Tests.Kit;

/// <summary>
/// The members of a type that others can see, as C# writes them; not those that the compiler adds to records.
/// </summary>
internal static class MemberText
{
    private const BindingFlags Declared = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static
        | BindingFlags.Public | BindingFlags.NonPublic;

    public static IEnumerable<string> Of(Type type) => type.GetMembers(Declared)
        .Where(static member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
        .Select(Of)
        .OfType<string>();

    public static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", Declared)?.GetCustomAttribute<CompilerGeneratedAttribute>() is not null;

    private static string? Of(MemberInfo member) => member switch
    {
        FieldInfo { IsSpecialName: false } field when IsVisible(field) => Of(field),
        PropertyInfo property when Accessors(property).Length > 0 => Of(property),
        ConstructorInfo { IsStatic: false } constructor when IsVisible(constructor) =>
            $"{Access(constructor)}{constructor.DeclaringType!.Name.Split('`')[0]}({Parameters(constructor)})",
        MethodInfo method when IsVisible(method) && !IsAccessor(method) => Of(method),
        EventInfo { AddMethod: { } add } added when IsVisible(add) =>
            $"event {TypeText.Of(added.EventHandlerType!)} {added.Name}",
        _ => null,
    };

    private static string Of(FieldInfo field)
    {
        if (field.IsLiteral)
        {
            object? value = field.GetRawConstantValue();
            string text = value is string ? $"\"{value}\"" : Convert.ToString(value, CultureInfo.InvariantCulture)!;
            string kind = field.DeclaringType!.IsEnum ? "" : $"const {TypeText.Of(field.FieldType)} ";
            return $"{kind}{field.Name} = {text}";
        }

        var info = new NullabilityInfoContext().Create(field);
        string modifiers = (field.IsStatic ? "static " : "") + (field.IsInitOnly ? "readonly " : "");
        return $"{modifiers}{TypeText.Of(info, info.ReadState)} {field.Name}";
    }

    private static string Of(PropertyInfo property)
    {
        var info = new NullabilityInfoContext().Create(property);
        var state = property.CanRead ? info.ReadState : info.WriteState;
        string required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        string index = property.GetIndexParameters() is { Length: > 0 } parameters
            ? $"[{string.Join(", ", parameters.Select(static parameter => TypeText.Of(parameter.ParameterType)))}]"
            : "";
        var accessors = Accessors(property);
        return Access(accessors[0]) + Modifiers(accessors[0]) + required
            + $"{TypeText.Of(info, state)} {property.Name}{index} {{ {string.Join(' ', accessors.Select(Name))} }}";

        static string Name(MethodInfo accessor) => !accessor.Name.Contains("set_", StringComparison.Ordinal) ? "get;"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init;"
            : "set;";
    }

    private static string Of(MethodInfo method)
    {
        var result = new NullabilityInfoContext().Create(method.ReturnParameter);
        var parameters = method.IsGenericMethod ? method.GetGenericArguments() : [];
        string names = string.Join(", ", parameters.Select(static type => type.Name));
        string generic = names.Length == 0 ? "" : $"<{names}>";
        return $"{Access(method)}{Modifiers(method)}{TypeText.Of(result, result.ReadState)} {method.Name}{generic}"
            + $"({Parameters(method)}){TypeText.Constraints(parameters)}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Of));

    private static string Of(ParameterInfo parameter)
    {
        var info = new NullabilityInfoContext().Create(parameter);
        string type = parameter.ParameterType.IsByRef
            ? TypeText.Of(parameter.ParameterType.GetElementType()!)
            : TypeText.Of(info, info.WriteState);
        bool isReceiver = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute));
        string way = parameter switch
        {
            _ when isReceiver => "this ",
            { ParameterType.IsByRef: false } => "",
            { IsOut: true } => "out ",
            { IsIn: true } => "in ",
            _ => "ref ",
        };
        return $"{way}{type} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => parameter.ParameterType.IsValueType ? "default" : "null",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Modifiers(MethodInfo method) => method switch
    {
        { IsStatic: true, IsAbstract: true } => "static abstract ",
        { IsStatic: true } => "static ",
        { DeclaringType.IsInterface: true } => method.IsAbstract ? "" : "virtual ",
        { IsAbstract: true } => "abstract ",
        { IsVirtual: true, IsFinal: false } => method.GetBaseDefinition() == method ? "virtual " : "override ",
        _ => "",
    };

    private static string Access(MethodBase method) => method.IsPublic ? "" : "protected ";

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static MethodInfo[] Accessors(PropertyInfo property) => // The getter first.
        [.. property.GetAccessors(nonPublic: true)
            .Where(IsVisible)
            .OrderBy(static accessor => accessor.ReturnType == typeof(void))];

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsVisible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;
}
