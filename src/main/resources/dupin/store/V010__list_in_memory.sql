-- The incident list is ordered and filtered in memory; on disk only its first sight is in order.
DROP INDEX incident_by_name_key;
DROP INDEX incident_by_severity;
DROP INDEX incident_by_status;
DROP INDEX incident_by_verdict;
DROP INDEX incident_by_investigation_state;
DROP INDEX incident_by_categories;
DROP INDEX incident_by_active_alerts;
DROP INDEX incident_by_alerts;
DROP INDEX incident_by_impacted_assets;
DROP INDEX incident_by_pending_actions;
DROP INDEX incident_by_service_sources;
DROP INDEX incident_by_detection_sources;
DROP INDEX incident_by_first_activity;
DROP INDEX incident_by_last_update;
DROP INDEX incident_by_assigned_to;
DROP INDEX incident_by_classification;
DROP INDEX incident_by_tags;
