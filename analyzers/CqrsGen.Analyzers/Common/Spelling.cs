namespace CqrsGen.Analyzers.Common;

/// <summary>Compares names as a person mistypes them.</summary>
internal static class Spelling
{
    /// <summary>
    /// How many letters must be added, taken out, replaced or swapped with their neighbour to make one name of the
    /// other. Case does not count.
    /// </summary>
    /// <remarks>The optimal string alignment distance, by the table of Wagner and Fischer (1974).</remarks>
    public static int Distance(string one, string other)
    {
        int[,] table = new int[one.Length + 1, other.Length + 1];
        for (int row = 0; row <= one.Length; row++)
        {
            for (int column = 0; column <= other.Length; column++)
            {
                table[row, column] = row == 0 || column == 0 ? row + column : Least(table, one, other, row, column);
            }
        }

        return table[one.Length, other.Length];
    }

    private static int Least(int[,] table, string one, string other, int row, int column)
    {
        bool isSame = AreSame(one[row - 1], other[column - 1]);
        int least = Math.Min(
            Math.Min(table[row - 1, column], table[row, column - 1]) + 1,
            table[row - 1, column - 1] + (isSame ? 0 : 1));
        bool isSwapped = row > 1 && column > 1
            && AreSame(one[row - 1], other[column - 2]) && AreSame(one[row - 2], other[column - 1]);
        return isSwapped ? Math.Min(least, table[row - 2, column - 2] + 1) : least;
    }

    private static bool AreSame(char one, char other) =>
        char.ToUpperInvariant(one) == char.ToUpperInvariant(other);
}
