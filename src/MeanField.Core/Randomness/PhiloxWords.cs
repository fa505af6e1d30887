namespace MeanField.Core.Randomness;

/// <summary>Four 32-bit words: a counter, or the random words that belong to it.</summary>
public readonly record struct PhiloxWords(uint Word0, uint Word1, uint Word2, uint Word3)
{
    public ulong LowerHalf => Word0 | ((ulong)Word1 << 32);

    public ulong UpperHalf => Word2 | ((ulong)Word3 << 32);
}
