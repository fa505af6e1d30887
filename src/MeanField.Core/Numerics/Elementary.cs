using System.Runtime.Intrinsics;
using Lanes = MeanField.Core.Numerics.Elementary<
    MeanField.Core.Numerics.Simd.Simd128<double>, System.Runtime.Intrinsics.Vector128<double>, double>;

namespace MeanField.Core.Numerics;

/// <summary>
/// Elementary functions of one number: the bits of a lane of <see cref="Elementary{TSimd,TVector,T}"/>.
/// </summary>
public static class Elementary
{
    public static double Exp(double x) => Lanes.Exp(Vector128.Create(x)).ToScalar();

    public static double Log(double x) => Lanes.Log(Vector128.Create(x)).ToScalar();

    public static double Tanh(double x) => Lanes.Tanh(Vector128.Create(x)).ToScalar();

    public static double Erf(double x) => Lanes.Erf(Vector128.Create(x)).ToScalar();

    public static double Sin(double x) => Lanes.Sin(Vector128.Create(x)).ToScalar();

    public static double Cos(double x) => Lanes.Cos(Vector128.Create(x)).ToScalar();

    public static double Sigmoid(double x) => Lanes.Sigmoid(Vector128.Create(x)).ToScalar();

    public static double Softplus(double x) => Lanes.Softplus(Vector128.Create(x)).ToScalar();

    /// <summary>x^y = e^(y ln x) for x &gt; 0; its relative error grows with |y ln x|.</summary>
    public static double Pow(double x, double y) => Exp(y * Log(x));
}
