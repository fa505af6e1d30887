namespace MeanField.Lab.Studies;

/// <summary>How much computing a measurement may cost.</summary>
public enum Effort
{
    /// <summary>Seconds for all claims together: whether the code runs, not whether the theory holds.</summary>
    Tiny,

    /// <summary>Minutes on two cores.</summary>
    Quick,

    /// <summary>A quarter of an hour on two cores.</summary>
    Thorough,
}
