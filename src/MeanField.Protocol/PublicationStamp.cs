namespace MeanField.Protocol;

/// <summary>Where in a publication a message belongs.</summary>
/// <param name="Epoch">The coordinator's incarnation.</param>
/// <param name="Session">Of the listener.</param>
/// <param name="Sequence">From 1 within session and epoch.</param>
public readonly record struct PublicationStamp(long Epoch, long Session, long Sequence);
