using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LtiMentoring.Web.Storage.Migrations
{
    /// <inheritdoc />
    public partial class CohortsAndNotices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "Deployments",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoticeHandler",
                table: "Deployments",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoticeHandlers",
                table: "Deployments",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NoticeReceivedAt",
                table: "Deployments",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NoticesFailure",
                table: "Deployments",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "NoticesTries",
                table: "Deployments",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "CourseCopies",
                columns: table => new
                {
                    DeploymentId = table.Column<Guid>(nullable: false),
                    ContextId = table.Column<string>(nullable: false),
                    OriginId = table.Column<string>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    ToldAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CourseCopies", x => new { x.DeploymentId, x.ContextId, x.OriginId });
                    table.ForeignKey(
                        name: "FK_CourseCopies_Deployments_DeploymentId",
                        column: x => x.DeploymentId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CourseCopies_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "LmsCourses",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    DeploymentId = table.Column<Guid>(nullable: false),
                    ContextId = table.Column<string>(nullable: false),
                    Title = table.Column<string>(nullable: true),
                    Memberships = table.Column<string>(nullable: false),
                    Groups = table.Column<string>(nullable: false),
                    GroupSets = table.Column<string>(nullable: true),
                    SeenAt = table.Column<DateTime>(nullable: false),
                    DueAt = table.Column<DateTime>(nullable: true),
                    ReadTries = table.Column<int>(nullable: false),
                    ReadAt = table.Column<DateTime>(nullable: true),
                    ReadFailure = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LmsCourses", x => x.Id);
                    table.ForeignKey(
                        name: "FK_LmsCourses_Deployments_DeploymentId",
                        column: x => x.DeploymentId,
                        principalTable: "Deployments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_LmsCourses_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ReceivedNotices",
                columns: table => new
                {
                    RegistrationId = table.Column<Guid>(nullable: false),
                    NonceHash = table.Column<string>(nullable: false),
                    ReceivedAt = table.Column<DateTime>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReceivedNotices", x => new { x.RegistrationId, x.NonceHash });
                    table.ForeignKey(
                        name: "FK_ReceivedNotices_Registrations_RegistrationId",
                        column: x => x.RegistrationId,
                        principalTable: "Registrations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Cohorts",
                columns: table => new
                {
                    Id = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false),
                    LmsCourseId = table.Column<Guid>(nullable: false),
                    GroupId = table.Column<string>(nullable: false),
                    Name = table.Column<string>(nullable: false),
                    SetName = table.Column<string>(nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Cohorts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Cohorts_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Cohorts_LmsCourses_LmsCourseId",
                        column: x => x.LmsCourseId,
                        principalTable: "LmsCourses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CohortMembers",
                columns: table => new
                {
                    CohortId = table.Column<Guid>(nullable: false),
                    PersonId = table.Column<Guid>(nullable: false),
                    DistrictId = table.Column<Guid>(nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CohortMembers", x => new { x.CohortId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_CohortMembers_Cohorts_CohortId",
                        column: x => x.CohortId,
                        principalTable: "Cohorts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CohortMembers_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_CohortMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deployments_DueAt",
                table: "Deployments",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_CohortMembers_DistrictId",
                table: "CohortMembers",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_CohortMembers_PersonId",
                table: "CohortMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Cohorts_DistrictId",
                table: "Cohorts",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_Cohorts_LmsCourseId_GroupId",
                table: "Cohorts",
                columns: new[] { "LmsCourseId", "GroupId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CourseCopies_DistrictId",
                table: "CourseCopies",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_LmsCourses_DeploymentId_ContextId",
                table: "LmsCourses",
                columns: new[] { "DeploymentId", "ContextId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LmsCourses_DistrictId",
                table: "LmsCourses",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_LmsCourses_DueAt",
                table: "LmsCourses",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_ReceivedNotices_ReceivedAt",
                table: "ReceivedNotices",
                column: "ReceivedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CohortMembers");

            migrationBuilder.DropTable(
                name: "CourseCopies");

            migrationBuilder.DropTable(
                name: "ReceivedNotices");

            migrationBuilder.DropTable(
                name: "Cohorts");

            migrationBuilder.DropTable(
                name: "LmsCourses");

            migrationBuilder.DropIndex(
                name: "IX_Deployments_DueAt",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "NoticeHandler",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "NoticeHandlers",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "NoticeReceivedAt",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "NoticesFailure",
                table: "Deployments");

            migrationBuilder.DropColumn(
                name: "NoticesTries",
                table: "Deployments");
        }
    }
}
