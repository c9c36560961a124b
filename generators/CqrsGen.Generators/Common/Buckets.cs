namespace CqrsGen.Generators.Common;

/// <summary>
/// Spreads items over a fixed number of places by their names. The compiler compares the items of a step by position:
/// in one list a new item moves all after it, and each of their files would be written again.
/// </summary>
internal static class Buckets
{
    public static EquatableArray<T>[] Of<T>(EquatableArray<T> items, Func<T, string> name, int count = 256)
        where T : IEquatable<T>
    {
        var buckets = new List<T>?[count];
        foreach (var item in items)
        {
            (buckets[Hash(name(item)) % (uint)count] ??= []).Add(item);
        }

        return Array.ConvertAll(buckets, static bucket => bucket is null ? default : bucket.ToEquatableArray());
    }

    /// <summary>FNV-1a: the framework's hash differs from run to run, and with it the order of files would.</summary>
    private static uint Hash(string name)
    {
        uint hash = 2166136261;
        foreach (char character in name)
        {
            hash = unchecked((hash ^ character) * 16777619);
        }

        return hash;
    }
}
