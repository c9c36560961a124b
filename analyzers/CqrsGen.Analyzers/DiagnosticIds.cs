namespace CqrsGen.Analyzers;

/// <summary>The IDs of all rules. An ID is never used again, not even when its rule is gone.</summary>
internal static class DiagnosticIds
{
    public const string UnreadableSetting = "CQG0003";
    public const string BaselineLine = "CQG0004";

    public const string QueryWritesExternally = "CQG1001";
    public const string QuerySendsCommand = "CQG1002";
    public const string QueryPublishesEvent = "CQG1003";
    public const string QueryAppends = "CQG1004";
    public const string QueryWritesStaticState = "CQG1005";
    public const string QueryChangesState = "CQG1006";
    public const string QueryChangesMessage = "CQG1007";
    public const string QueryChangesEntity = "CQG1008";
    public const string QueryCallsUnknown = "CQG1009";
    public const string QueryCallsSuspected = "CQG1010";
    public const string BrokenPromise = "CQG1011";
    public const string Assumption = "CQG1012";

    public const string CommandResult = "CQG2001";
    public const string CommandReturnsData = "CQG2002";
    public const string QueryWithoutResult = "CQG2003";
    public const string ExposedQueryable = "CQG2004";
    public const string MessageOfTwoKinds = "CQG2005";
    public const string IdleCommand = "CQG2006";

    public const string MessageWithoutHandler = "CQG3001";
    public const string SeveralHandlers = "CQG3002";
    public const string UncallableHandler = "CQG3003";
    public const string NestedCommand = "CQG3004";
    public const string CommandFromEvent = "CQG3005";
    public const string DispatchCycle = "CQG3006";
    public const string CapturedService = "CQG3008";
    public const string UnawaitedDispatch = "CQG3009";
    public const string ContradictingName = "CQG3010";
    public const string HandlerState = "CQG3011";
    public const string AmbiguousOrder = "CQG3012";
    public const string WrongVerb = "CQG3013";
    public const string UnusedPart = "CQG3014";
    public const string IncompleteMessage = "CQG3016";
    public const string MessageNotPartial = "CQG3017";
    public const string InheritedHandler = "CQG3018";
    public const string DuplicateWireName = "CQG3019";
    public const string UnreachedMessage = "CQG3020";
    public const string HiddenName = "CQG3021";
    public const string MisnamedHook = "CQG3022";
    public const string UnmarkedMiddleware = "CQG3023";
    public const string InheritedValidator = "CQG3024";

    public const string SettableMessage = "CQG4001";
    public const string MutableCollection = "CQG4002";
    public const string MessageNotRecord = "CQG4003";
    public const string CarriedService = "CQG4004";
    public const string MessageSuffix = "CQG4005";

    public const string ReflectingHandler = "CQG7001";
    public const string EmittedCode = "CQG7002";
    public const string UnpassedToken = "CQG7003";
    public const string TokenOfNobody = "CQG7004";
    public const string BlockingWait = "CQG7005";
    public const string UnownedWork = "CQG7006";
    public const string ServiceLocator = "CQG7007";
}
