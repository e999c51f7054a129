using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LtiMentoring.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Keepsakes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Bookmarks",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    ModuleId = table.Column<string>(nullable: false),
                    LessonId = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    KeptAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bookmarks", x => new { x.PersonId, x.ModuleId, x.LessonId });
                    table.ForeignKey(
                        name: "FK_Bookmarks_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Bookmarks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Certificates",
                columns: table => new
                {
                    Code = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    CompletionId = table.Column<Guid>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    Title = table.Column<string>(nullable: false),
                    Language = table.Column<string>(nullable: false),
                    IssuedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Certificates", x => x.Code);
                    table.ForeignKey(
                        name: "FK_Certificates_Completions_CompletionId",
                        column: x => x.CompletionId,
                        principalTable: "Completions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Certificates_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Certificates_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CheckInPlans",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    FirstOn = table.Column<DateOnly>(nullable: false),
                    StartsAt = table.Column<TimeOnly>(nullable: false),
                    Minutes = table.Column<int>(nullable: false),
                    EveryWeeks = table.Column<int>(nullable: false),
                    Times = table.Column<int>(nullable: false),
                    Where = table.Column<string>(nullable: false),
                    ChangedAt = table.Column<DateTime>(nullable: false),
                    Sequence = table.Column<int>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckInPlans", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_CheckInPlans_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CheckInPlans_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "JournalEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    Text = table.Column<string>(nullable: false),
                    WrittenAt = table.Column<DateTime>(nullable: false),
                    ChangedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_JournalEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_JournalEntries_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_JournalEntries_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SheetRevisions",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(nullable: false),
                    Place = table.Column<string>(nullable: false),
                    Number = table.Column<int>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    PublicationId = table.Column<Guid>(nullable: false),
                    Words = table.Column<string>(nullable: false),
                    ReviewOn = table.Column<DateOnly>(nullable: true),
                    SavedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SheetRevisions", x => new { x.PersonId, x.Place, x.Number });
                    table.ForeignKey(
                        name: "FK_SheetRevisions_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SheetRevisions_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SheetRevisions_Publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "Publications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    CourseId = table.Column<string>(nullable: false),
                    Place = table.Column<string>(nullable: false),
                    Month = table.Column<DateOnly>(nullable: false),
                    Answers = table.Column<string>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Bookmarks_DistrictId",
                table: "Bookmarks",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_CompletionId",
                table: "Certificates",
                column: "CompletionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_DistrictId",
                table: "Certificates",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Certificates_PersonId",
                table: "Certificates",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CheckInPlans_DistrictId",
                table: "CheckInPlans",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_DistrictId",
                table: "JournalEntries",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_JournalEntries_PersonId_WrittenAt",
                table: "JournalEntries",
                columns: new[] { "PersonId", "WrittenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SheetRevisions_DistrictId",
                table: "SheetRevisions",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_SheetRevisions_PublicationId",
                table: "SheetRevisions",
                column: "PublicationId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_DistrictId_CourseId_Place",
                table: "SurveyAnswers",
                columns: new[] { "DistrictId", "CourseId", "Place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Bookmarks");

            migrationBuilder.DropTable(
                name: "Certificates");

            migrationBuilder.DropTable(
                name: "CheckInPlans");

            migrationBuilder.DropTable(
                name: "JournalEntries");

            migrationBuilder.DropTable(
                name: "SheetRevisions");

            migrationBuilder.DropTable(
                name: "SurveyAnswers");
        }
    }
}
