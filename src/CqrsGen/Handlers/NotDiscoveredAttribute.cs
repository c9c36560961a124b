namespace CqrsGen;

/// <summary>
/// Keeps a class from being found as a handler, validator or middleware: for what only a test makes, such as a fake
/// that <see cref="HandlerReplacementExtensions"/> put in the place of a handler.
/// </summary>
/// <remarks>
/// It holds for the class with its <c>[Handler]</c> methods, and neither for classes that derive from it nor for those
/// nested in it. Such a class need not be visible: it may be private in the class of its test.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NotDiscoveredAttribute : Attribute;
