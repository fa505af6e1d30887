using MeanField.Core.Numerics;
using MeanField.Core.Numerics.Simd;

namespace MeanField.Core.Tests.Numerics;

/// <summary>Every elementary function by name, over arrays, at one vector width.</summary>
internal static unsafe class LaneFunctions<TSimd, TVector, T>
    where TSimd : ISimd<TVector, T>
    where TVector : struct
    where T : unmanaged
{
    public static T[] Map(string function, T[] arguments)
    {
        var results = new T[arguments.Length];
        fixed (T* source = arguments, destination = results)
        {
            for (var i = 0; i < arguments.Length; i += TSimd.Count)
                TSimd.Store(Apply(function, TSimd.Load(source + i)), destination + i);
        }
        return results;
    }

    private static TVector Apply(string function, TVector x) => function switch
    {
        "exp" => Elementary<TSimd, TVector, T>.Exp(x),
        "log" => Elementary<TSimd, TVector, T>.Log(x),
        "tanh" => Elementary<TSimd, TVector, T>.Tanh(x),
        "erf" => Elementary<TSimd, TVector, T>.Erf(x),
        "sin" => Elementary<TSimd, TVector, T>.Sin(x),
        "cos" => Elementary<TSimd, TVector, T>.Cos(x),
        "sigmoid" => Elementary<TSimd, TVector, T>.Sigmoid(x),
        "softplus" => Elementary<TSimd, TVector, T>.Softplus(x),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, null),
    };
}
