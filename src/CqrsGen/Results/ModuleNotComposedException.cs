using CqrsGen.Infrastructure;

namespace CqrsGen;

/// <summary>A message was sent in a container that its module is not part of.</summary>
/// <param name="routes">The generated routes of the module.</param>
public sealed class ModuleNotComposedException(Type routes) : CqrsException(
    Error.Unexpected("module_not_composed", "The module of the message is not part of this application."),
    $"The module of {TypeNames.Full(routes)} ({routes.Assembly.GetName().Name}) is not part of this container. " +
    "Reference its project or package from the assembly that calls AddCqrsGen(), and make that call on the services " +
    "that this container was built from.");
