using CqrsGen.Generators.Handlers;
using CqrsGen.Generators.Messages;
using CqrsGen.Generators.Middleware;
using CqrsGen.Generators.Validation;

namespace CqrsGen.Generators.Common;

/// <summary>What one type declaration turned out to be: a message, handlers, middleware, or several of them.</summary>
internal sealed record TypeFindings(
    MessageModel? Message,
    EquatableArray<HandlerModel> Handlers,
    MiddlewareModel? Middleware,
    EquatableArray<ValidatorModel> Validators);
