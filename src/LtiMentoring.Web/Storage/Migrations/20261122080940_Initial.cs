using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LtiMentoring.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Districts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    TimeZone = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Districts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Leases",
                columns: table => new
                {
                    Name = table.Column<string>(nullable: false),
                    Owner = table.Column<string>(nullable: false),
                    EndsAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Leases", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionKeys",
                columns: table => new
                {
                    Name = table.Column<string>(nullable: false),
                    Xml = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionKeys", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    Issuer = table.Column<string>(nullable: false),
                    ClientId = table.Column<string>(nullable: false),
                    AuthorizationEndpoint = table.Column<string>(nullable: false),
                    TokenEndpoint = table.Column<string>(nullable: false),
                    JwksUri = table.Column<string>(nullable: false),
                    FrameOrigins = table.Column<string>(nullable: false),
                    Disabled = table.Column<bool>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ToolKeys",
                columns: table => new
                {
                    Kid = table.Column<string>(nullable: false),
                    ProtectedKey = table.Column<byte[]>(nullable: false),
                    CreatedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ToolKeys", x => x.Kid);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    Issuer = table.Column<string>(nullable: false),
                    Subject = table.Column<string>(nullable: false),
                    Name = table.Column<string>(nullable: true),
                    GivenName = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.ForeignKey(
                        name: "FK_People_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Publications",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    CourseId = table.Column<string>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    Document = table.Column<string>(nullable: false),
                    Hash = table.Column<string>(nullable: false),
                    PublishedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Publications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Publications_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Deployments",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    RegistrationId = table.Column<Guid>(nullable: false),
                    DeploymentId = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deployments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deployments_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Deployments_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Completions",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    CourseId = table.Column<string>(nullable: false),
                    ModuleId = table.Column<string>(nullable: false),
                    CompletedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Completions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Completions_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Completions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Drafts",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    Page = table.Column<string>(nullable: false),
                    Field = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    Text = table.Column<string>(nullable: false),
                    KeptAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Drafts", x => new { x.PersonId, x.Page, x.Field });
                    table.ForeignKey(
                        name: "FK_Drafts_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Drafts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FinishedLessons",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    CourseId = table.Column<string>(nullable: false),
                    ModuleId = table.Column<string>(nullable: false),
                    LessonId = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    FinishedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FinishedLessons", x => new { x.PersonId, x.CourseId, x.ModuleId, x.LessonId });
                    table.ForeignKey(
                        name: "FK_FinishedLessons_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_FinishedLessons_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Writings",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    Place = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    Text = table.Column<string>(nullable: false),
                    WrittenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Writings", x => new { x.PersonId, x.Place });
                    table.ForeignKey(
                        name: "FK_Writings_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Writings_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    PublicationId = table.Column<Guid>(nullable: false),
                    ModuleId = table.Column<string>(nullable: false),
                    LessonId = table.Column<string>(nullable: false),
                    StartedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attempts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attempts_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Attempts_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Attempts_Publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "Publications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlacedLinks",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    DeploymentId = table.Column<Guid>(nullable: false),
                    ResourceLinkId = table.Column<string>(nullable: false),
                    ContextId = table.Column<string>(nullable: true),
                    Title = table.Column<string>(nullable: true),
                    ModuleId = table.Column<string>(nullable: true),
                    Scopes = table.Column<string>(nullable: true),
                    LineItems = table.Column<string>(nullable: true),
                    LineItem = table.Column<string>(nullable: true),
                    OwnLineItem = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlacedLinks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PlacedLinks_Deployments_DeploymentId",
                        column: x => x.DeploymentId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PlacedLinks_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Steps",
                columns: table => new
                {
                    AttemptId = table.Column<Guid>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    Kind = table.Column<string>(maxLength: 32, nullable: false),
                    SceneId = table.Column<string>(nullable: true),
                    ChoiceId = table.Column<string>(nullable: true),
                    ToTurn = table.Column<int>(nullable: true),
                    At = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Steps", x => new { x.AttemptId, x.Number });
                    table.ForeignKey(
                        name: "FK_Steps_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Steps_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OpenedLinks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    PlacedLinkId = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenedLinks", x => new { x.PersonId, x.PlacedLinkId });
                    table.ForeignKey(
                        name: "FK_OpenedLinks_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OpenedLinks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OpenedLinks_PlacedLinks_PlacedLinkId",
                        column: x => x.PlacedLinkId,
                        principalTable: "PlacedLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Receipts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    CompletionId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    PlacedLinkId = table.Column<Guid>(nullable: false),
                    State = table.Column<string>(maxLength: 32, nullable: false),
                    Tries = table.Column<int>(nullable: false),
                    NextTryAt = table.Column<DateTime>(nullable: false),
                    LeaseOwner = table.Column<string>(nullable: true),
                    LeaseEndsAt = table.Column<DateTime>(nullable: true),
                    LineItem = table.Column<string>(nullable: true),
                    SentAs = table.Column<DateTime>(nullable: true),
                    Words = table.Column<string>(nullable: true),
                    AnsweredAt = table.Column<DateTime>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Receipts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Receipts_Completions_CompletionId",
                        column: x => x.CompletionId,
                        principalTable: "Completions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Receipts_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Receipts_PlacedLinks_PlacedLinkId",
                        column: x => x.PlacedLinkId,
                        principalTable: "PlacedLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Sessions",
                columns: table => new
                {
                    IdHash = table.Column<string>(nullable: false),
                    KeyHash = table.Column<string>(nullable: false),
                    Nonce = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    RegistrationId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    PlacedLinkId = table.Column<Guid>(nullable: false),
                    Role = table.Column<string>(maxLength: 32, nullable: false),
                    Language = table.Column<string>(nullable: false),
                    OpenedAt = table.Column<DateTime>(nullable: false),
                    SeenAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Sessions", x => x.IdHash);
                    table.ForeignKey(
                        name: "FK_Sessions_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sessions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sessions_PlacedLinks_PlacedLinkId",
                        column: x => x.PlacedLinkId,
                        principalTable: "PlacedLinks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Sessions_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_DistrictId",
                table: "Attempts",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_PersonId_ModuleId_LessonId",
                table: "Attempts",
                columns: new[] { "PersonId", "ModuleId", "LessonId" });

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_PublicationId",
                table: "Attempts",
                column: "PublicationId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_DistrictId",
                table: "Completions",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Completions_PersonId_CourseId_ModuleId",
                table: "Completions",
                columns: new[] { "PersonId", "CourseId", "ModuleId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_DistrictId",
                table: "Deployments",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_RegistrationId_DeploymentId",
                table: "Deployments",
                columns: new[] { "RegistrationId", "DeploymentId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Drafts_DistrictId",
                table: "Drafts",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_FinishedLessons_DistrictId",
                table: "FinishedLessons",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenedLinks_DistrictId",
                table: "OpenedLinks",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenedLinks_PlacedLinkId",
                table: "OpenedLinks",
                column: "PlacedLinkId");

            migrationBuilder.CreateIndex(
                name: "IX_People_DistrictId_Issuer_Subject",
                table: "People",
                columns: new[] { "DistrictId", "Issuer", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlacedLinks_DeploymentId_ResourceLinkId",
                table: "PlacedLinks",
                columns: new[] { "DeploymentId", "ResourceLinkId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlacedLinks_DistrictId",
                table: "PlacedLinks",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Publications_DistrictId_CourseId_Number",
                table: "Publications",
                columns: new[] { "DistrictId", "CourseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_CompletionId_PlacedLinkId",
                table: "Receipts",
                columns: new[] { "CompletionId", "PlacedLinkId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_DistrictId",
                table: "Receipts",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_NextTryAt",
                table: "Receipts",
                column: "NextTryAt",
                filter: "\"State\" = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_PersonId_LineItem",
                table: "Receipts",
                columns: new[] { "PersonId", "LineItem" });

            migrationBuilder.CreateIndex(
                name: "IX_Receipts_PlacedLinkId",
                table: "Receipts",
                column: "PlacedLinkId");

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_Issuer_ClientId",
                table: "Registrations",
                columns: new[] { "Issuer", "ClientId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_DistrictId",
                table: "Sessions",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_Nonce",
                table: "Sessions",
                column: "Nonce",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PersonId",
                table: "Sessions",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_PlacedLinkId",
                table: "Sessions",
                column: "PlacedLinkId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_RegistrationId",
                table: "Sessions",
                column: "RegistrationId");

            migrationBuilder.CreateIndex(
                name: "IX_Sessions_SeenAt",
                table: "Sessions",
                column: "SeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Steps_DistrictId",
                table: "Steps",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Writings_DistrictId",
                table: "Writings",
                column: "DistrictId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Drafts");

            migrationBuilder.DropTable(
                name: "FinishedLessons");

            migrationBuilder.DropTable(
                name: "Leases");

            migrationBuilder.DropTable(
                name: "OpenedLinks");

            migrationBuilder.DropTable(
                name: "ProtectionKeys");

            migrationBuilder.DropTable(
                name: "Receipts");

            migrationBuilder.DropTable(
                name: "Sessions");

            migrationBuilder.DropTable(
                name: "Steps");

            migrationBuilder.DropTable(
                name: "ToolKeys");

            migrationBuilder.DropTable(
                name: "Writings");

            migrationBuilder.DropTable(
                name: "Completions");

            migrationBuilder.DropTable(
                name: "PlacedLinks");

            migrationBuilder.DropTable(
                name: "Attempts");

            migrationBuilder.DropTable(
                name: "Deployments");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Publications");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "Districts");
        }
    }
}
