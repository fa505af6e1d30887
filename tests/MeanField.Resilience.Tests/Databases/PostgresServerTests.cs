namespace MeanField.Resilience.Tests.Databases;

public sealed class PostgresServerTests
{
    [PostgresFact]
    public void A_server_comes_back_after_a_crash_with_what_it_had()
    {
        using var server = new PostgresServer();
        server.Execute("CREATE TABLE facts (fact int); INSERT INTO facts VALUES (42)");
        server.Crash();
        server.Start();
        server.Execute("DO $$ BEGIN ASSERT (SELECT fact FROM facts) = 42; END $$");
    }
}
