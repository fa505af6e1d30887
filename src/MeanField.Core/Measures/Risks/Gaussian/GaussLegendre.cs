using System.Runtime.Intrinsics;

namespace MeanField.Core.Measures.Risks.Gaussian;

/// <summary>Gauss–Legendre quadrature on [−1, 1] with 16 nodes: eight below 0, eight above.</summary>
internal static class GaussLegendre
{
    public static Vector512<double> UpperNodes => Vector512.Create(
        0.98940093499164993259, 0.94457502307323257607, 0.86563120238783174388, 0.75540440835500303389,
        0.61787624440264374844, 0.45801677765722738634, 0.28160355077925891323, 0.09501250983763744018);

    public static Vector512<double> UpperWeights => Vector512.Create(
        0.02715245941175409485, 0.06225352393864789286, 0.09515851168249278480, 0.12462897125553387205,
        0.14959598881657673208, 0.16915651939500253818, 0.18260341504492358886, 0.18945061045506849628);

    public static Vector512<double> LowerNodes => -UpperNodes;

    public static Vector512<double> LowerWeights => UpperWeights;
}
