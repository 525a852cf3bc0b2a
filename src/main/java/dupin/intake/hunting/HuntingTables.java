package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The tables by name, and which columns tell them.
final class HuntingTables {
    static final String ALERT_INFO = "AlertInfo";
    static final String ALERT_EVIDENCE = "AlertEvidence";
    static final String EMAIL = "EmailEvents";
    static final String EMAIL_URL = "EmailUrlInfo";
    static final String EMAIL_ATTACHMENT = "EmailAttachmentInfo";
    static final String EMAIL_POST_DELIVERY = "EmailPostDeliveryEvents";
    static final String URL_CLICK = "UrlClickEvents";
    static final String IDENTITY_LOGON = "IdentityLogonEvents";
    static final String IDENTITY_DIRECTORY = "IdentityDirectoryEvents";
    static final String IDENTITY_QUERY = "IdentityQueryEvents";
    static final String CERTIFICATE = "DeviceFileCertificateInfo";
    static final String CLOUD_PROCESS = "CloudProcessEvents";
    static final String CLOUD_DNS = "CloudDnsEvents";

    /// A table is told by all of `all`, any of `any` (unless that is empty) and none of `none`.
    private record Mark(String table, List<String> all, List<String> any, List<String> none) {
        boolean fits(Columns columns) {
            return all.stream().allMatch(columns::has)
                    && (any.isEmpty() || any.stream().anyMatch(columns::has))
                    && none.stream().noneMatch(columns::has);
        }
    }

    private static Mark mark(String table, String all, String any, String none) {
        return new Mark(table, words(all), words(any), words(none));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }

    /// The more telling first.
    private static final List<Mark> MARKS =
            List.of(
                    mark(ALERT_EVIDENCE, "AlertId EntityType", "", ""),
                    mark(ALERT_EVIDENCE, "AlertId EvidenceRole", "", ""),
                    mark(
                            ALERT_INFO,
                            "AlertId Severity",
                            "DetectionSource ServiceSource Category Title",
                            "Entities evidence"),
                    mark("BehaviorEntities", "BehaviorId EntityType", "", ""),
                    mark(
                            "DataSecurityBehaviors",
                            "BehaviorId",
                            "ActivityCount ActionCategory SensitivityLabelInfo",
                            ""),
                    mark("BehaviorInfo", "BehaviorId", "Description Title AttackTechniques", ""),
                    mark("CampaignInfo", "CampaignId", "CampaignName CampaignType", ""),
                    mark("MessageUrlInfo", "TeamsMessageId Url", "", ""),
                    mark("MessagePostDeliveryEvents", "TeamsMessageId", "ActionTrigger ActionResult", ""),
                    mark("MessageEvents", "TeamsMessageId", "", ""),
                    mark(EMAIL_URL, "NetworkMessageId Url", "UrlLocation UrlDomain", "IsClickedThrough AccountUpn"),
                    mark(URL_CLICK, "Url", "IsClickedThrough UrlChain", ""),
                    mark(URL_CLICK, "Url ActionType AccountUpn", "", "DeviceId"),
                    mark(EMAIL_POST_DELIVERY, "NetworkMessageId", "ActionTrigger ActionResult", ""),
                    mark(EMAIL_ATTACHMENT, "NetworkMessageId SHA256", "", "EntityType DeviceId Subject"),
                    mark(EMAIL_ATTACHMENT, "NetworkMessageId FileName", "", "EntityType DeviceId Subject SiteUrl"),
                    mark(EMAIL, "SenderFromAddress RecipientEmailAddress", "", "FileName"),
                    mark(
                            EMAIL,
                            "NetworkMessageId",
                            "SenderFromAddress DeliveryAction EmailDirection InternetMessageId",
                            "FileName SiteUrl"),
                    mark("FileMaliciousContentInfo", "FileName ThreatTypes", "DocumentId FileOwnerUpn", ""),
                    mark("DataSecurityEvents", "SequenceCorrelationId", "", ""),
                    mark("DataSecurityEvents", "IrmActionCategory", "", ""),
                    mark(CERTIFICATE, "SHA1", "IsRootSignerMicrosoft SignerHash IssuerHash", ""),
                    mark("DisruptionAndResponseEvents", "ReportType", "PolicyName SourceUserName TargetDeviceName", ""),
                    mark("IdentityInfo", "", "OnPremSid CloudSid", ""),
                    mark("IdentityAccountInfo", "IdentityId", "AccountUpn SourceProvider", ""),
                    mark(
                            "IdentityInfo",
                            "AccountUpn",
                            "JobTitle Department IsAccountEnabled AssignedRoles",
                            "ActivityId"),
                    mark("EntraIdSpnSignInEvents", "ServicePrincipalName ErrorCode", "", ""),
                    mark("EntraIdSignInEvents", "ErrorCode", "AccountUpn AccountObjectId", ""),
                    mark("SigninLogs", "UserPrincipalName ResultType", "AppDisplayName IPAddress", ""),
                    mark(IDENTITY_QUERY, "QueryTarget", "QueryType Query AccountUpn", ""),
                    mark(CLOUD_DNS, "DnsQuery", "DnsResponseCodeName DnsEventType", ""),
                    mark(
                            "CloudStorageAggregatedEvents",
                            "StorageAccount",
                            "OperationsCount DataAggregationStartTime",
                            ""),
                    mark("CloudPolicyEnforcementEvents", "ResourceKind Reason", "", ""),
                    mark(
                            CLOUD_PROCESS,
                            "ProcessCommandLine",
                            "ContainerName ContainerId KubernetesPodName",
                            "DeviceName"),
                    mark("GraphAPIAuditEvents", "RequestUri", "RequestMethod ApplicationId", ""),
                    mark(AuditLogRows.TABLE, "OperationName InitiatedBy", "", ""),
                    mark(
                            SecurityEventRows.TABLE,
                            "EventID Computer",
                            "NewProcessName SubjectUserName TargetUserName EventData Activity",
                            "Hostname"),
                    mark("OAuthAppInfo", "OAuthAppId", "AppName PrivilegeLevel", "ActionType"),
                    mark(
                            "CloudAppEvents",
                            "ActionType",
                            "ActivityObjects ActivityType IsAdminOperation UncommonForUser OAuthAppId",
                            ""),
                    mark("CloudAuditEvents", "OperationName RawEventData", "", ""),
                    mark("CloudAppEvents", "RawEventData ActionType", "", "TargetObjects"),
                    mark("OfficeActivity", "Operation", "OfficeWorkload OfficeObjectId", ""),
                    mark("IdentityEvents", "TargetObjects", "ActionResult ApplicationEventId", ""),
                    mark(
                            IDENTITY_LOGON,
                            "ActionType",
                            "Isp Location DestinationDeviceName",
                            "TargetAccountUpn ActivityObjects CountryCode"),
                    mark(IDENTITY_DIRECTORY, "ActionType TargetAccountUpn", "", ""),
                    mark(IDENTITY_DIRECTORY, "ActionType DestinationDeviceName", "", ""),
                    mark("DeviceNetworkInfo", "", "NetworkAdapterName MacAddress ConnectedNetworks", ""),
                    mark(
                            "DeviceInfo",
                            "DeviceName",
                            "OnboardingStatus PublicIP LoggedOnUsers AadDeviceId SensorHealthState ExposureLevel "
                                    + "MergedToDeviceId JoinType DeviceManualTags",
                            "AccountUpn"),
                    mark(DeviceActions.EVENTS, "ActionType RegistryKey FileName", "", ""),
                    mark(DeviceActions.REGISTRY, "", "PreviousRegistryValueData RegistryValueType", ""),
                    mark(DeviceActions.REGISTRY, "RegistryKey", "DeviceName DeviceId", "EntityType"),
                    mark(DeviceActions.LOGON, "LogonType", "DeviceName DeviceId", "Application"),
                    mark(DeviceActions.NETWORK, "", "LocalIPType RemoteIPType", ""),
                    mark(
                            DeviceActions.PROCESS,
                            "ProcessCommandLine",
                            "DeviceName DeviceId InitiatingProcessFileName",
                            "RemoteIP"),
                    mark(
                            DeviceActions.FILE,
                            "FileName",
                            "FileOriginUrl PreviousFileName RequestProtocol ShareName PreviousFolderPath",
                            ""),
                    mark(
                            DeviceActions.NETWORK,
                            "RemoteIP",
                            "DeviceName DeviceId",
                            "FileName ProcessCommandLine EntityType"),
                    mark(
                            DeviceActions.NETWORK,
                            "RemoteUrl",
                            "DeviceName DeviceId",
                            "FileName ProcessCommandLine EntityType"),
                    mark(
                            DeviceActions.IMAGE,
                            "FileName InitiatingProcessFileName AppGuardContainerId",
                            "",
                            "AdditionalFields ProcessId"),
                    mark(DeviceActions.EVENTS, "ActionType DeviceName InitiatingProcessFileName", "", ""),
                    mark(
                            DeviceActions.FILE,
                            "FileName DeviceName",
                            "SHA1 SHA256 FolderPath InitiatingProcessFileName",
                            "SoftwareName"),
                    mark(DeviceActions.EVENTS, "ActionType DeviceName", "AdditionalFields DeviceId", ""));

    /// Tables that are known by name, beside those with a mark.
    private static final Set<String> NAMES =
            Set.of(
                    "AgentsInfo",
                    "AIAgentsInfo",
                    "AADSignInEventsBeta",
                    "AADSpnSignInEventsBeta",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AADManagedIdentitySignInLogs",
                    "DeviceBaselineComplianceAssessment",
                    "DeviceBaselineComplianceAssessmentKB",
                    "DeviceBaselineComplianceProfiles",
                    "DeviceTvmBrowserExtensions",
                    "DeviceTvmBrowserExtensionsKB",
                    "DeviceTvmCertificateInfo",
                    "DeviceTvmHardwareFirmware",
                    "DeviceTvmInfoGathering",
                    "DeviceTvmInfoGatheringKB",
                    "DeviceTvmSecureConfigurationAssessment",
                    "DeviceTvmSecureConfigurationAssessmentKB",
                    "DeviceTvmSoftwareEvidenceBeta",
                    "DeviceTvmSoftwareInventory",
                    "DeviceTvmSoftwareVulnerabilities",
                    "DeviceTvmSoftwareVulnerabilitiesKB",
                    "ExposureGraphEdges",
                    "ExposureGraphNodes");

    /// Columns that, beside those of the marks, say that a file is of this family at all.
    private static final Set<String> COMMON =
            Set.of(
                    "timestamp",
                    "timegenerated",
                    "deviceid",
                    "devicename",
                    "actiontype",
                    "reportid",
                    "filename",
                    "folderpath",
                    "sha1",
                    "sha256",
                    "md5",
                    "accountname",
                    "accountdomain",
                    "accountsid",
                    "accountupn",
                    "accountobjectid",
                    "processid",
                    "processcommandline",
                    "remoteip",
                    "remoteurl",
                    "remoteport",
                    "ipaddress",
                    "url",
                    "additionalfields",
                    "initiatingprocessfilename",
                    "initiatingprocesscommandline",
                    "initiatingprocessid",
                    "application",
                    "osplatform",
                    "networkmessageid",
                    "subject",
                    "machinegroup",
                    "tenantid",
                    "softwarename",
                    "cveid",
                    "configurationid",
                    "nodeid",
                    "edgeid",
                    "identityid",
                    "countrycode",
                    "useragent",
                    "alertid");

    private HuntingTables() {}

    /// The table whose columns these are; "" when they tell none.
    static String told(Columns columns) {
        for (Mark mark : MARKS) {
            if (mark.fits(columns)) {
                return mark.table;
            }
        }
        return "";
    }

    /// Columns of which no table has two.
    private static final List<String> APART =
            List.of(
                    "InitiatingProcessFileName",
                    "SenderFromAddress",
                    "ActivityObjects",
                    "DestinationDeviceName",
                    "AlertId",
                    "BehaviorId",
                    "UrlChain",
                    "ErrorCode",
                    "NewProcessName");

    /// Whether several tables were joined into one whose rows leave the others' columns empty.
    static boolean isUnion(Columns columns) {
        return APART.stream().filter(columns::has).count() > 1;
    }

    /// The table of rows with these columns.
    ///
    /// @param stated what the source says it is, "" when it says nothing
    static Choice choose(Columns columns, String stated) {
        String known = named(stated);
        List<Mark> own = MARKS.stream().filter(mark -> mark.table.equals(known)).toList();
        boolean agrees = !known.isEmpty() && (own.isEmpty() || own.stream().anyMatch(mark -> mark.fits(columns)));
        String told = told(columns);
        if (agrees || told.isEmpty() && !stated.isEmpty()) {
            return new Choice(known.isEmpty() ? stated : known, true);
        }
        return new Choice(told, false);
    }

    /// @param certain whether the source stated the table and the columns agree
    record Choice(String table, boolean certain) {}

    /// The known table's name in its own spelling; "" when none is called so.
    static String named(String name) {
        for (Mark mark : MARKS) {
            if (mark.table.equalsIgnoreCase(name)) {
                return mark.table;
            }
        }
        return NAMES.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst().orElse("");
    }

    /// The table that a file's name begins with or holds as a word; "" when it holds none.
    static String inFileName(String fileName) {
        for (String word : fileName.split("[^A-Za-z0-9]+")) {
            String table = named(word);
            if (!table.isEmpty()) {
                return table;
            }
        }
        return "";
    }

    static boolean knows(String column) {
        String plain = Columns.plain(column);
        return COMMON.contains(plain)
                || plain.startsWith("initiatingprocess")
                || MARKS.stream().anyMatch(mark -> names(mark, plain));
    }

    private static boolean names(Mark mark, String plain) {
        return mark.all.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(plain))
                || mark.any.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(plain));
    }

    static RowMapper mapper(Columns columns, String table, boolean certain) {
        return switch (table) {
            case DeviceActions.PROCESS,
                    DeviceActions.FILE,
                    DeviceActions.IMAGE,
                    DeviceActions.NETWORK,
                    DeviceActions.REGISTRY,
                    DeviceActions.LOGON,
                    DeviceActions.EVENTS ->
                    new DeviceRows(columns, table, certain);
            case EMAIL,
                    EMAIL_URL,
                    EMAIL_ATTACHMENT,
                    EMAIL_POST_DELIVERY,
                    URL_CLICK,
                    "MessageEvents",
                    "MessagePostDeliveryEvents",
                    "MessageUrlInfo" ->
                    new MailRows(columns, table);
            case IDENTITY_LOGON, IDENTITY_DIRECTORY, IDENTITY_QUERY, "IdentityEvents" ->
                    new IdentityRows(columns, table);
            case "EntraIdSignInEvents",
                    "EntraIdSpnSignInEvents",
                    "AADSignInEventsBeta",
                    "AADSpnSignInEventsBeta",
                    "SigninLogs",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AADManagedIdentitySignInLogs" ->
                    new SignInRows(columns, table);
            case "DeviceInfo", "DeviceNetworkInfo", "IdentityInfo", "IdentityAccountInfo", CERTIFICATE ->
                    new InfoRows(columns, table);
            case "CloudAppEvents", "OfficeActivity" -> new CloudRows(columns, table);
            case "CloudAuditEvents",
                    "CloudStorageAggregatedEvents",
                    CLOUD_PROCESS,
                    CLOUD_DNS,
                    "CloudPolicyEnforcementEvents",
                    "GraphAPIAuditEvents" ->
                    new ResourceRows(columns, table);
            case AuditLogRows.TABLE -> new AuditLogRows(columns);
            case SecurityEventRows.TABLE -> new SecurityEventRows(columns);
            default -> new OtherRows(columns, table);
        };
    }
}
