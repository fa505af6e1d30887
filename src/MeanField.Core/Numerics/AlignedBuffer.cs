using System.Runtime.InteropServices;

namespace MeanField.Core.Numerics;

/// <summary>Zeroed native memory, aligned to 64 bytes, so that a vector never straddles a cache line.</summary>
public sealed unsafe class AlignedBuffer<T> : IDisposable
    where T : unmanaged
{
    private const nuint Alignment = 64;

    private T* _pointer;

    /// <param name="length">Number of elements.</param>
    /// <exception cref="OutOfMemoryException">The memory is not to be had.</exception>
    public AlignedBuffer(long length)
    {
        Length = length;
        var bytes = (nuint)Math.Max(length, 1) * (nuint)sizeof(T);
        _pointer = (T*)NativeMemory.AlignedAlloc(bytes, Alignment);
        NativeMemory.Clear(_pointer, bytes);
    }

    ~AlignedBuffer() => Free();

    public long Length { get; }

    public T* Pointer => _pointer;

    public void Dispose()
    {
        Free();
        GC.SuppressFinalize(this);
    }

    private void Free()
    {
        NativeMemory.AlignedFree(_pointer);
        _pointer = null;
    }
}
