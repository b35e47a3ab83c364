namespace ResLinkProofs.Tests.Random;

/// <summary>The first numbers of stream 5 of seed 2017, recorded once.</summary>
internal static class RecordedAnswers
{
    public static readonly ulong[] Words = [16605767279231001704, 5659178991791501746];
    public static readonly long[] Normals = [4595986984630522333, -4617277355673660059, 4600954923890569080];
    public static readonly int[] Singles = [-1111759092, 1057122696, 1062534882];
}
