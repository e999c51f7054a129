using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LtiMentoring.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Operate : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "LeavesAt",
                table: "ToolKeys",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignsFrom",
                table: "ToolKeys",
                nullable: false,
                defaultValue: new DateTime(1970, 1, 1, 0, 0, 0, 0, DateTimeKind.Utc));

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "Sessions",
                maxLength: 32,
                nullable: false,
                defaultValue: "Course");

            migrationBuilder.AddColumn<string>(
                name: "Request",
                table: "Sessions",
                nullable: true);

            if (ActiveProvider == "Microsoft.EntityFrameworkCore.Sqlite")
                LoosenSessions(migrationBuilder);
            else
            {
                migrationBuilder.AlterColumn<Guid>(
                    name: "PlacedLinkId",
                    table: "Sessions",
                    nullable: true,
                    oldClrType: typeof(Guid));

                migrationBuilder.AlterColumn<string>(
                    name: "KeyHash",
                    table: "Sessions",
                    nullable: true,
                    oldClrType: typeof(string));
            }

            migrationBuilder.AddColumn<bool>(
                name: "AllowsAnonymous",
                table: "Registrations",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Family",
                table: "Registrations",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastLaunchAt",
                table: "Registrations",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LastRefusal",
                table: "Registrations",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastRefusedAt",
                table: "Registrations",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RegisteredAt",
                table: "Registrations",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "TellsStarted",
                table: "Registrations",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TokenAudience",
                table: "Registrations",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "GrantedRole",
                table: "People",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsTest",
                table: "People",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "SeenAt",
                table: "People",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Started",
                table: "OpenedLinks",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "StartedNextTryAt",
                table: "OpenedLinks",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StartedTries",
                table: "OpenedLinks",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "KeepMonths",
                table: "Districts",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Languages",
                table: "Districts",
                nullable: false,
                defaultValue: "en es");

            migrationBuilder.AddColumn<string>(
                name: "Purpose",
                table: "Districts",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SchoolYearMonth",
                table: "Districts",
                nullable: false,
                defaultValue: 8);

            migrationBuilder.AddColumn<string>(
                name: "Schools",
                table: "Districts",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Words",
                table: "Districts",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "OneTimeLinks",
                columns: table => new
                {
                    TokenHash = table.Column<string>(nullable: false),
                    Purpose = table.Column<string>(maxLength: 32, nullable: false),
                    MadeAt = table.Column<DateTime>(nullable: false),
                    EndsAt = table.Column<DateTime>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: true),
                    SentAt = table.Column<DateTime>(nullable: true),
                    SentTo = table.Column<string>(nullable: true),
                    UsedAt = table.Column<DateTime>(nullable: true),
                    RegistrationId = table.Column<Guid>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeLinks", x => x.TokenHash);
                });

            migrationBuilder.CreateTable(
                name: "OperatorVisits",
                columns: table => new
                {
                    KeyHash = table.Column<string>(nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: false),
                    SeenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OperatorVisits", x => x.KeyHash);
                });

            migrationBuilder.CreateTable(
                name: "PendingDeployments",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    RegistrationId = table.Column<Guid>(nullable: false),
                    DeploymentId = table.Column<string>(nullable: false),
                    Described = table.Column<string>(nullable: true),
                    FirstSeenAt = table.Column<DateTime>(nullable: false),
                    SeenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingDeployments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PendingDeployments_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OpenedLinks_StartedNextTryAt",
                table: "OpenedLinks",
                column: "StartedNextTryAt",
                filter: "\"Started\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_PendingDeployments_RegistrationId_DeploymentId",
                table: "PendingDeployments",
                columns: new[] { "RegistrationId", "DeploymentId" },
                unique: true);
        }

        /// <summary>
        /// SQLite changes a column by building the table again. EF does that outside of the transaction, for the sake of tables that
        /// refer to it; none refers to this one, so it can happen inside, and a program killed meanwhile starts it again.
        /// </summary>
        static void LoosenSessions(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                CREATE TABLE "LooserSessions" (
                    "IdHash" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
                    "DistrictId" TEXT NOT NULL CONSTRAINT "FK_Sessions_Districts_DistrictId" REFERENCES "Districts" ("Id") ON DELETE CASCADE,
                    "KeyHash" TEXT NULL,
                    "Language" TEXT NOT NULL,
                    "Nonce" TEXT NOT NULL,
                    "OpenedAt" TEXT NOT NULL,
                    "PersonId" TEXT NOT NULL CONSTRAINT "FK_Sessions_People_PersonId" REFERENCES "People" ("Id") ON DELETE CASCADE,
                    "PlacedLinkId" TEXT NULL CONSTRAINT "FK_Sessions_PlacedLinks_PlacedLinkId" REFERENCES "PlacedLinks" ("Id") ON DELETE CASCADE,
                    "Purpose" TEXT NOT NULL DEFAULT 'Course',
                    "RegistrationId" TEXT NOT NULL CONSTRAINT "FK_Sessions_Registrations_RegistrationId" REFERENCES "Registrations" ("Id") ON DELETE CASCADE,
                    "Request" TEXT NULL,
                    "Role" TEXT NOT NULL,
                    "SeenAt" TEXT NOT NULL
                )
                """);
            const string columns = """
                "IdHash", "DistrictId", "KeyHash", "Language", "Nonce", "OpenedAt", "PersonId", "PlacedLinkId", "Purpose", "RegistrationId", "Request", "Role", "SeenAt"
                """;
            migrationBuilder.Sql($"""INSERT INTO "LooserSessions" ({columns}) SELECT {columns} FROM "Sessions" """);
            migrationBuilder.Sql("""DROP TABLE "Sessions" """);
            migrationBuilder.Sql("""ALTER TABLE "LooserSessions" RENAME TO "Sessions" """);
            foreach (var column in new[] { "DistrictId", "PersonId", "PlacedLinkId", "RegistrationId", "SeenAt" })
                migrationBuilder.Sql($"""CREATE INDEX "IX_Sessions_{column}" ON "Sessions" ("{column}")""");
            migrationBuilder.Sql("""CREATE UNIQUE INDEX "IX_Sessions_Nonce" ON "Sessions" ("Nonce")""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OneTimeLinks");

            migrationBuilder.DropTable(
                name: "OperatorVisits");

            migrationBuilder.DropTable(
                name: "PendingDeployments");

            migrationBuilder.DropIndex(
                name: "IX_OpenedLinks_StartedNextTryAt",
                table: "OpenedLinks");

            migrationBuilder.DropColumn(
                name: "LeavesAt",
                table: "ToolKeys");

            migrationBuilder.DropColumn(
                name: "SignsFrom",
                table: "ToolKeys");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Request",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "AllowsAnonymous",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "Family",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "LastLaunchAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "LastRefusal",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "LastRefusedAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "RegisteredAt",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TellsStarted",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TokenAudience",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "GrantedRole",
                table: "People");

            migrationBuilder.DropColumn(
                name: "IsTest",
                table: "People");

            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Started",
                table: "OpenedLinks");

            migrationBuilder.DropColumn(
                name: "StartedNextTryAt",
                table: "OpenedLinks");

            migrationBuilder.DropColumn(
                name: "StartedTries",
                table: "OpenedLinks");

            migrationBuilder.DropColumn(
                name: "KeepMonths",
                table: "Districts");

            migrationBuilder.DropColumn(
                name: "Languages",
                table: "Districts");

            migrationBuilder.DropColumn(
                name: "Purpose",
                table: "Districts");

            migrationBuilder.DropColumn(
                name: "SchoolYearMonth",
                table: "Districts");

            migrationBuilder.DropColumn(
                name: "Schools",
                table: "Districts");

            migrationBuilder.DropColumn(
                name: "Words",
                table: "Districts");

            migrationBuilder.AlterColumn<Guid>(
                name: "PlacedLinkId",
                table: "Sessions",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "KeyHash",
                table: "Sessions",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldNullable: true);
        }
    }
}
