using Alai.HiveMind;
using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>What care needs beside the factory's parts: the files behind the stores.</summary>
/// <param name="Parts">The factory's parts.</param>
/// <param name="Store">Mission Control's own file.</param>
/// <param name="Hive">HiveMind's own file.</param>
internal sealed record CareParts(FactoryParts Parts, SqliteMissionControl Store, SqliteHiveMind Hive);
