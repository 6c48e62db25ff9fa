using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>What a model made of a task, or the rules' word with the reason why the model's could not be used.</summary>
/// <param name="Classification">The classification to use from here on.</param>
/// <param name="Trouble">Why the model's word was not used, to be shown and logged; null when it was.</param>
/// <param name="PromptTokens">Tokens read, for the run's figures.</param>
/// <param name="OutputTokens">Tokens written.</param>
public sealed record ModelOpinion(Classification Classification, string? Trouble, long PromptTokens = 0, long OutputTokens = 0);
