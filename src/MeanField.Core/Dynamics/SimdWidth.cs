using System.Runtime.Intrinsics;

namespace MeanField.Core.Dynamics;

/// <summary>The vector width that kernels run at. Changes speed, never a bit.</summary>
public enum SimdWidth
{
    Bits128,
    Bits256,
    Bits512,
}

public static class SimdWidths
{
    /// <summary>The widest that this processor has.</summary>
    public static SimdWidth Widest => Vector512.IsHardwareAccelerated ? SimdWidth.Bits512
        : Vector256.IsHardwareAccelerated ? SimdWidth.Bits256
        : SimdWidth.Bits128;
}
