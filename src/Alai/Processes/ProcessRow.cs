namespace Alai.Processes;

/// <summary>One running process.</summary>
/// <param name="Pid">Its id.</param>
/// <param name="Parent">Its parent's id.</param>
/// <param name="Group">Its process group.</param>
/// <param name="Session">Its session; the group where the platform does not tell.</param>
/// <param name="Start">See <see cref="ProcessIdentity.Start"/>.</param>
/// <param name="Name">Its short name.</param>
internal readonly record struct ProcessRow(int Pid, int Parent, int Group, int Session, long Start, string Name);
