namespace CqrsGen.Rules;

/// <summary>Why generated code cannot call a handler, as far as a fix depends on it.</summary>
internal enum HandlerProblemKind
{
    /// <summary>Something that only the author can decide.</summary>
    Other,

    /// <summary>The first parameter is no message.</summary>
    NoMessage,

    /// <summary>The method is private or protected.</summary>
    InaccessibleMethod,

    /// <summary>The type is private, protected or file-local.</summary>
    InaccessibleType,

    /// <summary>A parameter is passed by reference.</summary>
    ByReference,

    /// <summary>The method does not return what its message asks for.</summary>
    WrongResult,
}
