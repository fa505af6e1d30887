using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace MeanField.Resilience.Tests.Hosts;

internal static partial class NetworkNamespace
{
    private const int CloneNewNetwork = 0x40000000;

    /// <summary>Puts the present thread there: it must be one that ends with what it does there.</summary>
    public static void EnterForGood(string name)
    {
        using var place = File.OpenHandle($"/run/netns/{name}");
        if (Enter(place, CloneNewNetwork) != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"cannot enter {name}");
    }

    [LibraryImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static partial int Enter(SafeFileHandle place, int kind);
}
