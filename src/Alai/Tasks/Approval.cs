namespace Alai.Tasks;

/// <summary>A person's yes to exactly one thing.</summary>
/// <param name="Id">Its row.</param>
/// <param name="SubjectHash">The hash of what was approved; anything else is not approved.</param>
/// <param name="By">The person, as <c>human:NAME</c>.</param>
/// <param name="At">When.</param>
public sealed record Approval(long Id, string SubjectHash, string By, DateTimeOffset At);
