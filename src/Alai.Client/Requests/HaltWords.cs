namespace Alai.Client.Requests;

/// <summary>Why dispatch halts or resumes.</summary>
public sealed record HaltWords
{
    /// <summary>Why.</summary>
    public string Reason { get; set; } = "";
}
